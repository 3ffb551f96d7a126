package fr.jalon.courrier;

/** Where a letter stands between its writing and its addressee. A letter whose act does not decide starts at {@link #A_IMPRIMER}. */
public enum EtatCourrier {
    A_SIGNER("à signer"),
    A_IMPRIMER("à imprimer"),
    IMPRIME("imprimé, à envoyer"),
    ENVOYE("envoyé"),
    RECU("reçu"),
    RETOURNE("revenu"),
    ANNULE("annulé");

    private final String libelle;

    EtatCourrier(String libelle) {
        this.libelle = libelle;
    }

    /** As a person says it, after "ce courrier est". */
    public String libelle() {
        return libelle;
    }

    /** Nobody holds it on paper yet: it waits for a signature or for the next batch. */
    public boolean enAttente() {
        return this == A_SIGNER || this == A_IMPRIMER;
    }

    /** It left the house. */
    public boolean parti() {
        return this == ENVOYE || this == RECU || this == RETOURNE;
    }
}
