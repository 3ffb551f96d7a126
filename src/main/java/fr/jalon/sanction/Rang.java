package fr.jalon.sanction;

/** Whether the person was sanctioned before, within the period of the table {@code parametres-sanction}. */
public enum Rang {
    PREMIER("Premier manquement"),
    REPETE("Manquement répété");

    private final String libelle;

    Rang(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }
}
