package fr.jalon.seance;

/** Where a session stands. */
public enum EtatSeance {
    EN_PREPARATION("En préparation"),
    CONVOQUEE("Convoquée"),
    TENUE("En cours"),
    CLOSE("Close"),
    SIGNEE("Signée"),
    ANNULEE("Annulée");

    private final String libelle;

    EtatSeance(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }

    /** Members and agenda may still change. */
    public boolean modifiable() {
        return this == EN_PREPARATION || this == CONVOQUEE;
    }

    /** An end: nothing may be done any more. */
    public boolean finie() {
        return this == CLOSE || this == SIGNEE || this == ANNULEE;
    }

    /** It was held and is over. */
    public boolean achevee() {
        return this == CLOSE || this == SIGNEE;
    }
}
