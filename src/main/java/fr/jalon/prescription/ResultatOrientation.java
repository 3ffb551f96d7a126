package fr.jalon.prescription;

/** What a referral gave. */
public enum ResultatOrientation {
    ABOUTIE("La demande de la personne a abouti"),
    SUIVIE("Le partenaire accompagne la personne, de façon durable"),
    AUTRE_SERVICE("Le partenaire a orienté vers un autre service"),
    INTERROMPUE("La personne n'est plus venue");

    private final String libelle;

    ResultatOrientation(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }
}
