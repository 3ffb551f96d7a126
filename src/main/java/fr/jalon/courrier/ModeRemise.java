package fr.jalon.courrier;

/** How a letter reaches the person: it decides what proves its receipt, and the table {@code reception-courriers} what is presumed without proof. */
public enum ModeRemise {
    /** Handed over against signature. */
    MAIN_PROPRE("remis en main propre contre signature"),
    /** Registered, with an acknowledgement of receipt. */
    RECOMMANDE("recommandé avec avis de réception"),
    LETTRE_SIMPLE("lettre simple"),
    ELECTRONIQUE("envoi électronique");

    private final String libelle;

    ModeRemise(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }
}
