package fr.jalon.courrier;

/** How a letter reaches its addressee; what proves the day of it hangs on this. */
public enum ModeRemise {
    /** Handed over against signature. */
    MAIN_PROPRE("en main propre, contre signature"),
    /** Registered, with acknowledgement of receipt. */
    RECOMMANDE("en recommandé avec accusé de réception"),
    LETTRE_SIMPLE("par lettre simple"),
    ELECTRONIQUE("par voie électronique");

    private final String libelle;

    ModeRemise(String libelle) {
        this.libelle = libelle;
    }

    /** After "envoyé" or "remis". */
    public String libelle() {
        return libelle;
    }
}
