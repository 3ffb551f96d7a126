package fr.jalon.numerique;

/**
 * Where a person is sent for the digital side of life: the three of the guide of the HCTS (annexe 3, p. 38), and the list of
 * places for who asks for nothing.
 */
public enum OrientationNumerique {
    ASSISTANCE("Assistance"),
    DEMARCHE("Aide aux démarches"),
    INITIATION("Initiation"),
    INFORMATION("Information seule");

    private final String libelle;

    OrientationNumerique(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }
}
