package fr.jalon.sanction;

/** What is done at the end of a total suppression of four months (CASF, art. R262-68). */
public enum SuiteSuppression {
    REPRISE("Le droit reprend"),
    FIN_DROIT("La fin du droit est proposée au Département");

    private final String libelle;

    SuiteSuppression(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }
}
