package fr.jalon.prescription;

/** Where a proposal to a partner stands. */
public enum EtatProposition {
    PROPOSEE("À répondre", true),
    ACCEPTEE("Rendez-vous prévu", true),
    RENCONTREE("En cours", true),
    FINIE("Terminée", false),
    REFUSEE("Refusée", false),
    SANS_REPONSE("Sans réponse", false),
    MANQUEE("Rendez-vous manqué", false),
    ARRETEE("Partage arrêté", false);

    private final String libelle;
    private final boolean ouverte;

    EtatProposition(String libelle, boolean ouverte) {
        this.libelle = libelle;
        this.ouverte = ouverte;
    }

    public String libelle() {
        return libelle;
    }

    /** Whether the partner still has something to do, and may read. */
    public boolean ouverte() {
        return ouverte;
    }
}
