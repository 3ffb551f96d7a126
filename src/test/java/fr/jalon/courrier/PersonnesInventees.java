package fr.jalon.courrier;

import fr.jalon.commun.Montant;
import fr.jalon.decision.Explication;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Orders of letters for plainly invented persons. */
final class PersonnesInventees {

    static final UUID DOSSIER = UUID.fromString("00000000-0000-4000-8000-000000000042");

    private PersonnesInventees() {}

    static DemandeCourrier demande(String modele, ValeursCourrier valeurs) {
        return new DemandeCourrier(
                "essai-" + modele, modele, DOSSIER, "RSA-2026-000042", "instructeur.kleber", "KLEBER", valeurs);
    }

    /** What every letter needs. */
    static ValeursCourrier base() {
        return new ValeursCourrier()
                .texte("organisme.nom", "CCAS de Rennes")
                .texte("organisme.ville", "Rennes")
                .texte("antenne.nom", "Espace social Rennes Kléber")
                .lignes("antenne.adresse", List.of("1 rue de l'Exemple", "35000 Rennes"))
                .texte("antenne.telephone", "02 99 00 00 00")
                .texte("antenne.courriel", "kleber@exemple.invalid")
                .texte("antenne.horaires", "du lundi au vendredi, de 9 h à 12 h et de 14 h à 17 h")
                .texte("agent.prenom", "Alix")
                .texte("agent.nom", "Modèle")
                .texte("agent.qualite", "instructrice RSA")
                .lignes("agent.adresse", List.of("1 rue de l'Exemple", "35000 Rennes"))
                .texte("usager.civilite", "Madame")
                .texte("usager.nomComplet", "Madame Zoé Inventée")
                .lignes("usager.adresse", List.of("Appartement 4, escalier B", "12 allée Imaginaire", "35200 Rennes"))
                .texte("dossier.demande", "demande de RSA")
                .date("dossier.dateDepot", LocalDate.of(2026, 5, 20));
    }

    static ValeursCourrier recours(ValeursCourrier valeurs) {
        return valeurs.texte("recours.autorite", "Monsieur le président du conseil départemental d'Ille-et-Vilaine")
                .texte("recours.adresse", "1 avenue de l'Exemple, 35000 Rennes")
                .texte("recours.delai", "2 mois")
                .texte("recours.delaiReponse", "2 mois")
                .texte("tribunal.nom", "tribunal administratif de Rennes")
                .texte("tribunal.adresse", "2 rue de l'Exemple, 35000 Rennes")
                .texte("tribunal.delai", "2 mois")
                .texte("tribunal.site", "www.telerecours.fr");
    }

    static ValeursCourrier decision(ValeursCourrier valeurs) {
        return recours(valeurs)
                .texte("decision.auteur", "la Caf d'Ille-et-Vilaine")
                .date("decision.date", LocalDate.of(2026, 5, 22))
                .texte("algorithme.finalite", "vérifier les conditions du RSA et estimer son montant");
    }

    static Map<String, String> piece(String libelle, String pourquoi) {
        return Map.of("pieces.libelle", libelle, "pieces.pourquoi", pourquoi);
    }

    static List<Map<String, String>> troisPieces() {
        return List.of(
                piece("Une pièce d'identité", "Nous vérifions qui fait la demande."),
                piece("Un justificatif de domicile de moins de 3 mois", "Nous vérifions que vous habitez à Rennes."),
                piece("Vos fiches de paie de février, mars et avril 2026", "Nous calculons vos ressources."));
    }

    static List<Map<String, String>> recues(String... libelles) {
        return Arrays.stream(libelles)
                .map(l -> Map.of("piecesRecues.libelle", l))
                .toList();
    }

    static List<Explication> quatreMotifs() {
        return List.of(
                new Explication(
                        "AGE",
                        "Code de l'action sociale et des familles, article L262-4, 1°",
                        "Vous avez 23 ans et vous n'avez pas d'enfant. Le RSA est ouvert à partir de 25 ans.",
                        "vous avez 25 ans, ou vous attendez un enfant."),
                new Explication(
                        "JEUNE_ACTIF",
                        "Code de l'action sociale et des familles, articles L262-7-1 et D262-25-1",
                        "Vous avez travaillé 1 820 heures pendant les 3 dernières années. Pour le RSA jeune actif, il faut 3 214 heures.",
                        "vous avez travaillé 1 394 heures de plus, ou vous retrouvez des fiches de paie."),
                new Explication(
                        "ETUDIANT",
                        "Code de l'action sociale et des familles, article L262-4, 3°",
                        "Vous suivez des études à l'université. Les étudiants n'ont pas droit au RSA.",
                        "vous arrêtez vos études."),
                new Explication(
                        "RESIDENCE",
                        "Code de l'action sociale et des familles, articles L262-2 et R262-5",
                        "Vous avez passé 5 mois à l'étranger cette année. Le RSA demande de vivre en France.",
                        null));
    }

    /** One order for each shipped letter. */
    static Stream<DemandeCourrier> tousLesCourriers() {
        return Stream.of(
                demande(
                        CodesCourrier.ACCUSE_RECEPTION,
                        recours(base())
                                .date("dateDecisionImplicite", LocalDate.of(2026, 7, 20))
                                .texte("delai.duree", "15 jours ouvrés")
                                .liste("pieces", troisPieces())
                                .liste(
                                        "piecesRecues",
                                        recues("Votre formulaire de demande", "Votre relevé d'identité bancaire"))),
                demande(
                        CodesCourrier.DEMANDE_PIECES,
                        base().texte("delai.duree", "15 jours ouvrés")
                                .liste("pieces", troisPieces())
                                .liste("piecesRecues", recues("Votre relevé d'identité bancaire"))),
                demande(
                        CodesCourrier.RAPPEL_PIECES,
                        base().texte("delai.duree", "15 jours ouvrés")
                                .date("delai.dateDemande", LocalDate.of(2026, 5, 21))
                                .liste("pieces", troisPieces().subList(0, 1))),
                demande(
                        CodesCourrier.NOTIFICATION_ACCORD,
                        decision(base())
                                .montant("decision.montant", Montant.de("1368.55"))
                                .date("decision.dateEffet", LocalDate.of(2026, 5, 1))
                                .texte("accord.seuilRevenus", "500 euros")),
                demande(
                        CodesCourrier.NOTIFICATION_REJET,
                        decision(base())
                                .texte("decision.reference", "CAF35-2026-00042")
                                .motivation(quatreMotifs())),
                demande(
                        CodesCourrier.CLASSEMENT_SANS_SUITE,
                        decision(base())
                                .motivation(List.of(new Explication(
                                        "PIECES",
                                        "Code des relations entre le public et l'administration, article L114-5",
                                        "Nous vous avons demandé des documents le 21 mai 2026, puis le 5 juin 2026. Sans eux, nous ne pouvons pas savoir si vous avez droit au RSA.",
                                        "vous nous donnez ces documents avec une nouvelle demande.")))
                                .texte("decision.auteur", "le président du conseil départemental d'Ille-et-Vilaine")
                                .liste("pieces", troisPieces().subList(1, 3))),
                demande(
                        CodesCourrier.AUTRE_DROIT,
                        base().texte(
                                        "autreDroit.motif",
                                        "Vous avez 66 ans : vous pouvez demander votre retraite et l'Aspa.")
                                .date("desistement.date", LocalDate.of(2026, 5, 25))),
                demande(
                        CodesCourrier.DEPART_AUTRE_COMMUNE,
                        base().texte("transmission.motif", "Vous habitez maintenant dans une autre commune.")
                                .texte("transmission.organisme", "la Caf d'Ille-et-Vilaine")),
                demande(CodesCourrier.DESISTEMENT_CONFIRME, base().date("desistement.date", LocalDate.of(2026, 5, 25))),
                demande(
                        CodesCourrier.TRANSMISSION_ORGANISME,
                        base().texte("transmission.motif", "Vous habitez maintenant à Quimper.")
                                .texte("transmission.organisme", "la Caf du Finistère")
                                .texte("transmission.adresse", "3 rue de l'Exemple, 29000 Quimper")
                                .texte("transmission.telephone", "02 98 00 00 00")
                                .date("transmission.date", LocalDate.of(2026, 5, 25))),
                demande(
                        CodesCourrier.SILENCE_CAF,
                        decision(base())
                                .date("dossier.dateDepot", LocalDate.of(2026, 3, 23))
                                .date("dossier.dateTransmission", LocalDate.of(2026, 3, 30))
                                .date("dateDecisionImplicite", LocalDate.of(2026, 5, 23))
                                .date("recours.dateLimite", LocalDate.of(2026, 7, 24))),
                demande(
                        CodesCourrier.NOTIFICATION_ORIENTATION,
                        rendezVous(recours(base()))
                                .texte("orientation.parcours", "parcours socio-professionnel")
                                .texte("orientation.organisme", "le CCAS de Rennes")
                                .texte("orientation.referent", "Alix Modèle")
                                .texte("orientation.entretien", "oui")
                                .texte("orientation.motif", "Vous préférez un suivi près de chez vous.")
                                .texte("algorithme.finalite", "proposer un parcours et un organisme d'accompagnement")
                                .liste(
                                        "raisons",
                                        List.of(
                                                Map.of(
                                                        "raisons.texte",
                                                        "Vous n'avez pas travaillé depuis deux ans ou plus."),
                                                Map.of("raisons.texte", "Votre santé demande un appui.")))),
                demande(
                        CodesCourrier.INFORMATION_ORIENTATION,
                        base().texte("orientation.parcours", "parcours emploi")
                                .texte("orientation.organisme", "France Travail")
                                .texte("orientation.partenaire", "France Travail")
                                .date("orientation.decideeLe", LocalDate.of(2026, 5, 25))),
                demande(
                        CodesCourrier.ORIENTATION_CONFIEE,
                        base().texte("partenaire.nom", "Mission locale")
                                .date("partenaire.dateLimite", LocalDate.of(2026, 6, 25))
                                .liste(
                                        "partage",
                                        List.of(
                                                Map.of(
                                                        "partage.libelle", "Prénom et nom",
                                                        "partage.pourquoi", "Pour savoir qui se présentera.",
                                                        "partage.valeur", "Mme Zoé Inventée"),
                                                Map.of(
                                                        "partage.libelle", "Parcours décidé",
                                                        "partage.pourquoi",
                                                                "Pour que votre référent sache ce qui a été décidé.",
                                                        "partage.valeur", "Parcours emploi")))),
                demande(
                        CodesCourrier.PREMIER_RENDEZ_VOUS_PARTENAIRE,
                        rendezVous(base())
                                .texte("partenaire.nom", "Mission locale")
                                .texte("orientation.referent", "Camille Factice")
                                .texte("rdv.remplace", "oui")),
                demande(CodesCourrier.SECONDE_CONVOCATION, rendezVous(base()).texte("rdv.absence", "oui")),
                demande(CodesCourrier.SECONDE_CONVOCATION, rendezVous(base())),
                demande(CodesCourrier.SECONDE_CONVOCATION, rendezVous(base()).texte("rdv.remplace", "oui")),
                demande(
                        "invitation-conference",
                        rendezVous(base())
                                .texte("conference.question", "Comment Zoé peut-elle rester chez elle ?")
                                .texte("conference.coordinateur", "Alix Modèle")),
                demande(
                        "plan-conference",
                        base().texte("conference.question", "Comment Zoé peut-elle rester chez elle ?")
                                .texte("conference.coordinateur", "Alix Modèle")
                                .liste(
                                        "actions",
                                        List.of(
                                                Map.of("actions.texte", "Léo fait les courses le samedi."),
                                                Map.of(
                                                        "actions.texte",
                                                        "Ana appelle le service d'aide avant le 15 juin.")))),
                demande(
                        CodesCourrier.CONTRAT_ENGAGEMENT,
                        base().date("contrat.debut", LocalDate.of(2026, 6, 15))
                                .date("contrat.fin", LocalDate.of(2026, 12, 14))
                                .texte("contrat.heures", "10 heures")
                                .texte("contrat.exemption", "votre santé")
                                .liste(
                                        "objectifs",
                                        List.of(
                                                Map.of("objectifs.texte", "Reprendre un travail de jour."),
                                                Map.of("objectifs.texte", "Parler français avec aisance.")))
                                .liste(
                                        "actions",
                                        List.of(
                                                Map.of("actions.texte", "Vous : suivre le cours de français du mardi."),
                                                Map.of(
                                                        "actions.texte",
                                                        "Votre référent : prendre rendez-vous avec l'Espace ressources emploi.")))),
                demande(
                        CodesCourrier.SORTIE_ACCOMPAGNEMENT,
                        base().texte("sortie.motif", "vous avez un emploi durable")),
                demande(
                        CodesCourrier.RECU_DE_VISITE,
                        sansNom()
                                .date("visite.date", LocalDate.of(2026, 5, 26))
                                .texte("visite.heure", "9 h 05")
                                .texte("visite.conservation", "13 mois")
                                .liste(
                                        "motifs",
                                        List.of(
                                                Map.of("motifs.texte", "un courrier à expliquer"),
                                                Map.of("motifs.texte", "l'emploi ou la formation")))
                                .texte("visite.reponse", "Ce courrier dit que votre dossier est complet.")
                                .texte("lieu.organisme", "Mission locale du Modèle")
                                .texte("lieu.nom", "Antenne de l'Exemple")
                                .texte("lieu.adresse", "4 rue de l'Exemple, 35000 Rennes")
                                .texte("lieu.horaires", "du lundi au jeudi, de 9 h à 12 h")
                                .texte("lieu.telephone", "02 99 00 00 02")),
                demande(
                        CodesCourrier.ORIENTATION_NUMERIQUE,
                        base().texte("numerique.demarche", "N-2026-000012")
                                .texte("visite.conservation", "13 mois")
                                .liste(
                                        "raisons",
                                        List.of(
                                                Map.of(
                                                        "raisons.texte",
                                                        "Une démarche en ligne vous attend, et vous ne la faites pas sans aide.")))
                                .liste(
                                        "lieux",
                                        List.of(
                                                Map.of(
                                                        "lieux.nom", "Espace numérique du Modèle",
                                                        "lieux.adresse", "5 rue de l'Exemple, 35000 Rennes",
                                                        "lieux.horaires", "le mardi et le jeudi, de 14 h à 17 h",
                                                        "lieux.telephone", "02 99 00 00 03"),
                                                Map.of("lieux.nom", "Espace social de l'Exemple")))),
                demande(
                        CodesCourrier.MANQUEMENT_OBSERVATIONS,
                        manquement(base())
                                .texte(
                                        "manquement.faits",
                                        "Vous n'êtes pas venue aux rendez-vous du 4 et du 12 mai 2026. Vous n'avez pas prévenu.")
                                .texte("sanction.avisEquipe", "oui")),
                demande(
                        CodesCourrier.SANCTION_DECIDEE,
                        manquement(recours(base()))
                                .texte("decision.auteur", "Monsieur le président du conseil départemental")
                                .date("decision.date", LocalDate.of(2026, 6, 30))
                                .date("sanction.debut", LocalDate.of(2026, 7, 1))
                                .date("sanction.fin", LocalDate.of(2026, 8, 31))
                                .texte("sanction.levee", "oui")
                                .texte("sanction.motif", "Vous avez pu venir à un autre rendez-vous le 8 mai 2026.")
                                .texte("manquement.observations", "J'étais malade, sans certificat.")
                                .texte("manquement.avisEquipe", "L'équipe demande une durée de deux mois au plus.")
                                .motivation(List.of(
                                        new Explication(
                                                "CONTRAT_NON_ETABLI",
                                                "Code de l'action sociale et des familles, article L262-37 (I, 1°)",
                                                "Vous n'êtes pas venue aux rendez-vous du 4 et du 12 mai 2026.",
                                                null),
                                        new Explication(
                                                "Rule_EtabliPremierSeulSuspension",
                                                "Code de l'action sociale et des familles, articles L262-37 (I, 1°) et R262-68",
                                                "C'est un premier manquement : la loi prévoit une suspension de 30 % au moins, pour 1 à 2 mois.",
                                                "vous signez votre contrat d'engagement : la suspension s'arrête.")))),
                demande(
                        CodesCourrier.MANQUEMENT_SANS_SANCTION,
                        base().date("manquement.date", LocalDate.of(2026, 5, 12))
                                .texte("sanction.motif", "Vos explications ont été comprises.")),
                demande(
                        CodesCourrier.SANCTION_LEVEE,
                        base().texte("sanction.nature", "suspension")
                                .texte("sanction.transmise", "oui")
                                .texte(
                                        "sanction.article",
                                        "Code de l'action sociale et des familles, articles L262-37 (I, 1°) et R262-68")
                                .date("sanction.debut", LocalDate.of(2026, 7, 1))
                                .date("decision.date", LocalDate.of(2026, 6, 8))
                                .date("sanction.enRegleLe", LocalDate.of(2026, 7, 10))),
                demande(
                        CodesCourrier.MANQUEMENT_TERMINE,
                        base().date("manquement.date", LocalDate.of(2026, 5, 12))
                                .texte("manquement.finDepart", "oui")),
                demande(
                        CodesCourrier.FIN_DROIT_PROPOSEE,
                        manquement(base())
                                .texte("decision.auteur", "Monsieur le président du conseil départemental")
                                .texte("sanction.article", "Code de l'action sociale et des familles, article R262-68")
                                .date("sanction.fin", LocalDate.of(2026, 10, 31))),
                demande(
                        CodesCourrier.CONVOCATION_SEANCE,
                        seance(base())
                                .texte("usager.nomComplet", "Soizic Inventée")
                                .texte("seance.qualite", "Représentant des allocataires")
                                .texte("seance.titulaire", "Camille Témoin")
                                .texte("seance.compte", "jure4")),
                demande(
                        CodesCourrier.ANNULATION_SEANCE,
                        seance(base())
                                .texte("usager.nomComplet", "Soizic Inventée")
                                .texte("seance.motifAnnulation", "La salle n'est pas disponible.")),
                demande(
                        CodesCourrier.PROCES_VERBAL_SEANCE,
                        seance(base())
                                .texte("usager.nomComplet", "Équipe pluridisciplinaire")
                                .lignes("usager.adresse", List.of("1 rue de l'Exemple", "35000 Rennes"))
                                .texte("seance.quorum", "4 présents sur 5 sièges, quorum 3")
                                .texte("seance.ouverture", "9 h 35")
                                .texte("seance.fermeture", "11 h 50")
                                .texte("seance.motifDelai", "Une suppression doit être examinée avant la fin du mois.")
                                .liste(
                                        "membres",
                                        List.of(
                                                membre("Soizic Inventée", "Représentant des allocataires", "présent"),
                                                membre("Camille Témoin", "Professionnel de l'insertion", "excusé")))
                                .liste(
                                        "points",
                                        List.of(
                                                Map.of(
                                                        "points.dossier", "MAN-2026-000042",
                                                        "points.question", "Une suppression est envisagée",
                                                        "points.avis", "Favorable à une sanction plus légère",
                                                        "points.motif",
                                                                "La personne a repris contact avec son référent.",
                                                        "points.voix", "3 pour, 0 contre, 0 abstention",
                                                        "points.quorum", "3 présents sur 4 sièges, quorum 3",
                                                        "points.deports", "Alix Modèle (référente de la personne)"),
                                                Map.of(
                                                        "points.dossier", "ORI-2026-000007",
                                                        "points.question", "Deux absences au premier rendez-vous",
                                                        "points.avis", "Donner un nouveau rendez-vous",
                                                        "points.motif",
                                                                "Les convocations partaient à une ancienne adresse.",
                                                        "points.quorum", "4 présents sur 5 sièges, quorum 3"),
                                                Map.of(
                                                        "points.dossier", "ORI-2026-000011",
                                                        "points.question", "Contrat d'engagement refusé",
                                                        "points.sansAvis", "reporté",
                                                        "points.motifReport",
                                                                "Les deux allocataires connaissent la personne.")))),
                demande(
                        CodesCourrier.PROPOSITION_PARTENAIRE,
                        partenaire(fenetre(base()))
                                .texte("partenaire.offre", "Accompagnement des 16-25 ans")
                                .date("accord.jusquAu", LocalDate.of(2026, 11, 26))
                                .liste("partage", partage())
                                .texte("lien.adresse", "https://jalon.exemple.invalid/reponse/Zm9ybWUtZGUtc2VjcmV0")
                                .date("lien.dateLimite", LocalDate.of(2026, 6, 10))),
                demande(CodesCourrier.RELANCE_PARTENAIRE, partenaire(fenetre(base()))),
                demande(CodesCourrier.FIN_PARTAGE_PARTENAIRE, partenaire(fenetre(base()))),
                demande(
                        CodesCourrier.INFORMATION_PARTAGE,
                        partenaire(base())
                                .date("accord.jusquAu", LocalDate.of(2026, 11, 26))
                                .liste("partage", partage())),
                demande(CodesCourrier.RENDEZ_VOUS_PARTENAIRE, rendezVous(partenaire(base()))),
                demande(
                        CodesCourrier.AVIS_ORIENTATION,
                        partenaire(base()).date("delai.dateLimite", LocalDate.of(2026, 7, 12))),
                demande(CodesCourrier.ORIENTATION_SANS_SUITE, partenaire(base())));
    }

    private static ValeursCourrier manquement(ValeursCourrier valeurs) {
        return valeurs.texte(
                        "manquement.raison",
                        "Vous avez refusé d'établir ou d'actualiser votre contrat d'engagement, sans motif légitime.")
                .texte("manquement.enRegle", "Signez votre contrat d'engagement avec votre référent.")
                .texte("manquement.delai", "30 jours")
                .texte(
                        "sanction.article",
                        "Code de l'action sociale et des familles, articles L262-37 (I, 1°) et R262-68")
                .texte(
                        "algorithme.finalite",
                        "trouver la sanction que la loi permet : sa part et sa durée, au moins et au plus")
                .date("manquement.date", LocalDate.of(2026, 5, 12))
                .texte("sanction.nature", "suspension")
                .texte("sanction.taux", "30 %")
                .texte("sanction.duree", "2 mois");
    }

    private static ValeursCourrier seance(ValeursCourrier valeurs) {
        return rendezVous(valeurs)
                .texte("seance.instance", "Équipe pluridisciplinaire")
                .texte("seance.nombre", "2");
    }

    private static Map<String, String> membre(String nom, String qualite, String presence) {
        return Map.of("membres.nom", nom, "membres.qualite", qualite, "membres.presence", presence);
    }

    private static ValeursCourrier partenaire(ValeursCourrier valeurs) {
        return valeurs.texte("partenaire.nom", "Mission locale du bassin d'emploi de Rennes")
                .date("partenaire.dateLimite", LocalDate.of(2026, 6, 10));
    }

    /** A letter to the partner: its own name and address stand in the window. */
    private static ValeursCourrier fenetre(ValeursCourrier valeurs) {
        return valeurs.texte("usager.civilite", "Madame, Monsieur")
                .texte("usager.nomComplet", "Mission locale du bassin d'emploi de Rennes")
                .lignes("usager.adresse", List.of("7 rue de l'Exemple", "35000 Rennes"));
    }

    private static List<Map<String, String>> partage() {
        return List.of(
                donnee("Prénom et nom", "Pour savoir qui se présentera.", "Mme Zoé Inventée"),
                donnee("Téléphone", "Pour fixer le rendez-vous avec vous.", "02 99 00 00 01"),
                donnee(
                        "Demande",
                        "Pour préparer le rendez-vous sans vous faire répéter.",
                        "Trouver un emploi ; Se former, apprendre un métier"),
                donnee("Date de naissance", "La Mission locale accueille de 16 à 25 ans.", "14 mars 2004"));
    }

    private static Map<String, String> donnee(String libelle, String pourquoi, String valeur) {
        return Map.of("partage.libelle", libelle, "partage.pourquoi", pourquoi, "partage.valeur", valeur);
    }

    private static ValeursCourrier rendezVous(ValeursCourrier valeurs) {
        return valeurs.date("rdv.date", LocalDate.of(2026, 6, 12))
                .texte("rdv.heure", "9 h 30")
                .texte("rdv.lieu", "Espace social Rennes Kléber, 1 rue de l'Exemple");
    }

    /** Somebody who gave no name. */
    private static ValeursCourrier sansNom() {
        return base().texte("usager.civilite", "Madame, Monsieur")
                .texte("usager.nomComplet", "Personne reçue à l'accueil")
                .lignes("usager.adresse", List.of("Remis en main propre"));
    }
}
