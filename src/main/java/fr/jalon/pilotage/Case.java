package fr.jalon.pilotage;

/**
 * A number as a reader may see it.
 *
 * @param nombre null when it is hidden
 * @param masque whether it is hidden by the secret of statistics
 */
public record Case(Long nombre, boolean masque) {

    public static final Case CACHEE = new Case(null, true);

    public static Case de(long nombre) {
        return new Case(nombre, false);
    }
}
