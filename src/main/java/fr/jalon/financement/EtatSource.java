package fr.jalon.financement;

/** What a funder answered. */
public enum EtatSource {
    A_DEMANDER("À demander"),
    DEMANDE("Demandé, sans réponse encore"),
    ACCORDE("Accordé"),
    REFUSE("Refusé"),
    SANS_REPONSE("N'a pas répondu");

    private final String libelle;

    EtatSource(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }

    /** Whether the funder may still answer: what it is asked is counted, and is not sure. */
    public boolean enAttente() {
        return this == A_DEMANDER || this == DEMANDE || this == SANS_REPONSE;
    }
}
