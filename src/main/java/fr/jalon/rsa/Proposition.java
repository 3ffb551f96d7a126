package fr.jalon.rsa;

/** What the instructeur proposes to the CAF. */
public enum Proposition {
    FAVORABLE("Favorable"),
    DEFAVORABLE("Défavorable"),
    AUTRE_DROIT("Orienter vers un autre droit");

    private final String libelle;

    Proposition(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }
}
