package fr.jalon.commun;

/** The request is right but comes too late, or the state forbids it; the French message says who or what came first. HTTP 409. */
public class Conflit extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Conflit(String message) {
        super(message);
    }

    public Conflit(String message, Throwable cause) {
        super(message, cause);
    }
}
