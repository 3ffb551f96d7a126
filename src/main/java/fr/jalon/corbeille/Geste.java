package fr.jalon.corbeille;

/** What may be done on many tasks at once; a decision is never one of them. */
public enum Geste {
    PRENDRE("Prendre"),
    CONFIER("Confier"),
    REMETTRE("Remettre dans la file"),
    /** Puts back what a lot did, where nothing moved since. */
    ANNULER("Annuler");

    private final String libelle;

    Geste(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }
}
