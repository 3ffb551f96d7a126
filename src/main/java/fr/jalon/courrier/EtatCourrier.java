package fr.jalon.courrier;

/** The life of a letter. One that decides is signed before it is printed (CRPA, article L212-1). */
public enum EtatCourrier {
    /** Written; somebody entitled must sign it. */
    A_SIGNER("à signer"),
    /** Ready: signed, or needs no signature. */
    A_IMPRIMER("à imprimer"),
    IMPRIME("imprimé"),
    ENVOYE("envoyé"),
    /** Handed over, or its receipt is proved. */
    RECU("reçu"),
    /** Came back: the person did not receive it. */
    RETOURNE("revenu"),
    /** Taken back before it was signed or printed: the person never had it. */
    ANNULE("annulé");

    private final String libelle;

    EtatCourrier(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }
}
