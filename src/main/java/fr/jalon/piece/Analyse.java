package fr.jalon.piece;

/** What the antivirus said of a file. */
public enum Analyse {
    SAIN("Sain"),
    NON_ANALYSE("Pas d'antivirus configuré"),
    EN_ATTENTE("En attente de l'antivirus"),
    QUARANTAINE("En quarantaine");

    private final String libelle;

    Analyse(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }

    /** Whether the file may be opened. */
    public boolean lisible() {
        return this == SAIN || this == NON_ANALYSE;
    }
}
