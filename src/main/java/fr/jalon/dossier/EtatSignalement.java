package fr.jalon.dossier;

/** Where the answer to what was signalled about a person stands. */
public enum EtatSignalement {
    /** Waits for the antenne that follows the person. */
    SIGNALE("À confirmer", true),
    /** Proved; the dossiers wait for the day on which they end. */
    CONFIRME("Confirmé", true),
    /** Done: the dossiers are ended, the person is moved, the news is read. */
    ABOUTI("Fait", false),
    /** False: everything is as it was. */
    REPRIS("Repris", false);

    private final String libelle;
    private final boolean ouvert;

    EtatSignalement(String libelle, boolean ouvert) {
        this.libelle = libelle;
        this.ouvert = ouvert;
    }

    public String libelle() {
        return libelle;
    }

    public boolean ouvert() {
        return ouvert;
    }
}
