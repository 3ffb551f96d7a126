package fr.jalon.commun;

/** The account's roles do not allow the act; the French message says who may do it. HTTP 403. */
public class Interdit extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Interdit(String message) {
        super(message);
    }
}
