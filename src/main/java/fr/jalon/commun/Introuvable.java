package fr.jalon.commun;

/** The object does not exist, or belongs to an antenne that the reader may not see: both read the same. HTTP 404. */
public class Introuvable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Introuvable(String message) {
        super(message);
    }
}
