package fr.jalon.mobilite;

/** Where an aid stands. */
public enum EtatAide {
    DEMANDEE("demandée"),
    INSTRUITE("instruite"),
    ACCORDEE("accordée"),
    REFUSEE("refusée"),
    ENGAGEE("engagée"),
    FINIE("finie");

    private final String libelle;

    EtatAide(String libelle) {
        this.libelle = libelle;
    }

    /** French, for a sentence about "cette aide". */
    public String libelle() {
        return libelle;
    }
}
