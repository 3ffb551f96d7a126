package fr.jalon.fusion;

/** Where a merge of two cards is. */
public enum EtatFusion {
    DEMANDEE("Attend un accord"),
    FAITE("Faite"),
    DEFAITE("Défaite"),
    REFUSEE("Refusée");

    private final String libelle;

    EtatFusion(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }
}
