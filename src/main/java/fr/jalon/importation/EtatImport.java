package fr.jalon.importation;

/** Where an import stands. */
public enum EtatImport {
    LU("Vérification des lignes en cours"),
    SIMULE("Vérifié, rien n'est encore écrit"),
    EN_COURS("Écriture en cours"),
    TERMINE("Terminé");

    private final String libelle;

    EtatImport(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }

    /** Whether Jalon works on it by itself. */
    public boolean enTravail() {
        return this == LU || this == EN_COURS;
    }
}
