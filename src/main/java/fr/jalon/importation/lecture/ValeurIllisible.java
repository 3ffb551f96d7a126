package fr.jalon.importation.lecture;

/** A cell cannot be read; the French message says what to write. */
final class ValeurIllisible extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ValeurIllisible(String message) {
        super(message);
    }
}
