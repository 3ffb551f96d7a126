package fr.jalon.dossier;

/** What a desk may be told about a person whom another antenne follows. */
public enum NatureSignalement {
    DECES("Décès"),
    ACCORD_RETIRE("Accord retiré"),
    RATTACHEMENT("Changement d'antenne");

    private final String libelle;

    NatureSignalement(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }
}
