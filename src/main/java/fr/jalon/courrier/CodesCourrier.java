package fr.jalon.courrier;

/** Codes of the shipped letters, for the modules that order them. A process owner may add others. */
public final class CodesCourrier {

    public static final String ACCUSE_RECEPTION = "accuse-reception";
    public static final String DEMANDE_PIECES = "demande-pieces";
    public static final String RAPPEL_PIECES = "rappel-pieces";
    public static final String NOTIFICATION_ACCORD = "notification-accord";
    public static final String NOTIFICATION_REJET = "notification-rejet";
    public static final String CLASSEMENT_SANS_SUITE = "classement-sans-suite";
    public static final String DESISTEMENT_CONFIRME = "desistement-confirme";
    public static final String TRANSMISSION_ORGANISME = "transmission-organisme";
    public static final String DEPART_AUTRE_COMMUNE = "depart-autre-commune";
    public static final String SILENCE_CAF = "silence-caf";
    public static final String AUTRE_DROIT = "autre-droit";
    public static final String NOTIFICATION_ORIENTATION = "notification-orientation";
    public static final String SECONDE_CONVOCATION = "seconde-convocation";
    public static final String CONTRAT_ENGAGEMENT = "contrat-engagement";
    public static final String SORTIE_ACCOMPAGNEMENT = "sortie-accompagnement";
    public static final String RECU_DE_VISITE = "recu-de-visite";
    public static final String ORIENTATION_NUMERIQUE = "orientation-numerique";

    public static final String MANQUEMENT_OBSERVATIONS = "manquement-observations";
    public static final String MANQUEMENT_SANS_SANCTION = "manquement-sans-sanction";
    public static final String SANCTION_DECIDEE = "sanction-decidee";
    public static final String SANCTION_LEVEE = "sanction-levee";
    public static final String MANQUEMENT_TERMINE = "manquement-termine";
    public static final String FIN_DROIT_PROPOSEE = "fin-droit-proposee";
    public static final String CONVOCATION_SEANCE = "convocation-seance";
    public static final String ANNULATION_SEANCE = "annulation-seance";
    public static final String PROCES_VERBAL_SEANCE = "proces-verbal-seance";
    public static final String PROCES_VERBAL_CAI = "proces-verbal-cai";
    public static final String ATTESTATION_PARTICIPATION = "attestation-participation";
    public static final String CAHIER_SEANCE = "cahier-seance";

    public static final String PROPOSITION_PARTENAIRE = "proposition-partenaire";
    public static final String RELANCE_PARTENAIRE = "relance-partenaire";
    public static final String FIN_PARTAGE_PARTENAIRE = "fin-partage-partenaire";
    public static final String INFORMATION_PARTAGE = "information-partage";
    public static final String RENDEZ_VOUS_PARTENAIRE = "rendez-vous-partenaire";
    public static final String AVIS_ORIENTATION = "avis-orientation";
    public static final String ORIENTATION_SANS_SUITE = "orientation-sans-suite";

    public static final String INFORMATION_ORIENTATION = "information-orientation";
    public static final String ORIENTATION_CONFIEE = "orientation-confiee";
    public static final String PREMIER_RENDEZ_VOUS_PARTENAIRE = "premier-rendez-vous-partenaire";

    private CodesCourrier() {}
}
