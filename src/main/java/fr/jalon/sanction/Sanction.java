package fr.jalon.sanction;

/** What the law allows after a breach (CASF, art. L262-37 and R262-68). */
public enum Sanction {
    SUSPENSION("Suspension"),
    SUPPRESSION("Suppression");

    private final String libelle;

    Sanction(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }
}
