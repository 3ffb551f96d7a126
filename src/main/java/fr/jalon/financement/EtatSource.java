package fr.jalon.financement;

/** What a funder answered. */
public enum EtatSource {
    A_DEMANDER,
    DEMANDE,
    ACCORDE,
    REFUSE,
    SANS_REPONSE;

    /** Whether the funder may still answer: what it is asked is counted, and is not sure. */
    public boolean enAttente() {
        return this == A_DEMANDER || this == DEMANDE || this == SANS_REPONSE;
    }
}
