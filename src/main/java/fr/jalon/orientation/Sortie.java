package fr.jalon.orientation;

/** Why an accompaniment ends. */
public enum Sortie {
    EMPLOI_DURABLE("Emploi durable"),
    EMPLOI_COURT("Emploi de moins de six mois"),
    FORMATION("Formation"),
    CREATION("Création d'activité"),
    FIN_DE_DROIT("Fin du droit au RSA"),
    AUTRE_DROIT("Retraite, AAH ou autre droit"),
    DEPART("Départ du territoire"),
    ABANDON("La personne ne souhaite plus être accompagnée");

    private final String libelle;

    Sortie(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }
}
