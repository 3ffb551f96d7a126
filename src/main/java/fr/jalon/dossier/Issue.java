package fr.jalon.dossier;

/** How a dossier ended; each is an end event of a path. */
public enum Issue {
    DROIT_OUVERT("Droit ouvert"),
    DROIT_REJETE("Droit rejeté"),
    REJET_IMPLICITE("Rejet par silence de la CAF"),
    CLASSE_SANS_SUITE("Classé sans suite"),
    DESISTEMENT("Désistement de la personne"),
    DECES("Décès de la personne"),
    DEMENAGEMENT("Départ vers une autre commune"),
    DOUBLON("Doublon d'un autre dossier"),
    TRANSMIS_ORGANISME("Transmis à l'organisme compétent"),
    AUTRE_DROIT("Orienté vers un autre droit"),
    CONFIEE_PARTENAIRE("Confiée à un partenaire"),
    ACCOMPAGNEMENT_TERMINE("Accompagnement terminé"),
    MENE_A_TERME("Mené à son terme"),
    SANS_SUITE("Sans suite"),
    SANS_SANCTION("Aucune sanction"),
    SANCTION_TERMINEE("Sanction terminée"),
    FIN_DROIT_PROPOSEE("Fin du droit proposée au Département"),
    SANCTION_LEVEE("Sanction levée, la personne est en règle"),
    EN_REGLE("La personne est en règle"),
    ORIENTATION_TERMINEE("Orientation terminée"),
    SANS_PARTENAIRE("Sans partenaire"),
    ACCORD_RETIRE("Accord de partage retiré"),
    AIDE_REFUSEE("Aide refusée"),
    AIDE_NON_UTILISEE("Aide accordée, non utilisée"),
    AIDE_UTILISEE_EN_PARTIE("Aide utilisée en partie");

    private final String libelle;

    Issue(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }
}
