package fr.jalon.courrier;

/** The stored bytes of a letter no longer have the digest taken when it was written: they are not given. */
public class CourrierAltere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CourrierAltere(String numero) {
        super("Le courrier " + numero + " a été modifié depuis son écriture : il n'est pas affiché. "
                + "Prévenez l'administrateur.");
    }
}
