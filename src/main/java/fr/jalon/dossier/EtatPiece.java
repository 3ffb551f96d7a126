package fr.jalon.dossier;

/** State of one expected piece. */
public enum EtatPiece {
    ATTENDUE("Attendue"),
    RECUE("Reçue, à vérifier"),
    ACCEPTEE("Acceptée"),
    REFUSEE("Refusée"),
    SANS_OBJET("Sans objet");

    private final String libelle;

    EtatPiece(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }

    /** Whether nothing more is expected from the person for it. */
    public boolean satisfaite() {
        return this == ACCEPTEE || this == SANS_OBJET;
    }

    /** Whether the person has to bring it (again). */
    public boolean manquante() {
        return this == ATTENDUE || this == REFUSEE;
    }
}
