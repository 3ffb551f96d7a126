package fr.jalon.jury;

/** What a ballot says. */
public enum Sens {
    POUR("Pour"),
    CONTRE("Contre"),
    ABSTENTION("Abstention");

    private final String libelle;

    Sens(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }
}
