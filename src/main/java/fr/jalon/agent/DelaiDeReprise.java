package fr.jalon.agent;

import java.time.Duration;

/** How long an account or an address waits after failed log-ins: nothing for the first three, then 5 s doubling up to 15 min. Nobody is locked out for good. */
final class DelaiDeReprise {

    private static final int LIBRES = 3;
    private static final Duration PREMIER = Duration.ofSeconds(5);
    private static final Duration PLAFOND = Duration.ofMinutes(15);

    private DelaiDeReprise() {}

    static Duration apres(int echecs) {
        if (echecs <= LIBRES) {
            return Duration.ZERO;
        }
        int doublements = Math.min(echecs - LIBRES - 1, 20);
        Duration attente = PREMIER.multipliedBy(1L << doublements);
        return attente.compareTo(PLAFOND) > 0 ? PLAFOND : attente;
    }
}
