package fr.jalon.orientation;

/** The three paths of the law (CASF, art. L262-29 and L262-31). */
public enum Parcours {
    EMPLOI("Parcours emploi"),
    SOCIO_PROFESSIONNEL("Parcours socio-professionnel"),
    SOCIAL("Parcours social");

    private final String libelle;

    Parcours(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }
}
