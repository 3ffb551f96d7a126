package fr.jalon.formation;

/** Where a request stands. */
public enum EtatFormation {
    DEMANDEE("demandée"),
    AVISEE("en attente de décision"),
    AJOURNEE("ajournée"),
    ACCORDEE("accordée"),
    REFUSEE("refusée"),
    ENGAGEE("engagée"),
    FINIE("finie"),
    ARRETEE("arrêtée");

    private final String libelle;

    EtatFormation(String libelle) {
        this.libelle = libelle;
    }

    /** French, for a sentence about "cette demande". */
    public String libelle() {
        return libelle;
    }
}
