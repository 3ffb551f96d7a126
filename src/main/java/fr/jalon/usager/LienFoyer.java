package fr.jalon.usager;

/** What a member of the foyer is to the person. */
public enum LienFoyer {
    CONJOINT("Conjoint, concubin ou partenaire de pacs"),
    ENFANT("Enfant"),
    AUTRE("Autre personne à charge");

    private final String libelle;

    LienFoyer(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }
}
