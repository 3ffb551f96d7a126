package fr.jalon.jury;

/** What a vote gave. */
public enum Resultat {
    ADOPTE("Adopté"),
    REJETE("Rejeté"),
    PARTAGE("Partage des voix");

    private final String libelle;

    Resultat(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }
}
