package fr.jalon.pilotage;

import java.time.Duration;
import java.time.Instant;

/**
 * What is known of an alert at a place: told once it lasted, ended by itself, and not told again when it comes back soon.
 *
 * @param vueLe since when its threshold is passed
 * @param leveeLe when it was told, null while it must still last
 * @param closeLe when it ended, null while it lasts
 */
record VieDAlerte(Instant vueLe, Instant leveeLe, Instant closeLe) {

    boolean ouverte() {
        return leveeLe != null && closeLe == null;
    }

    /**
     * What follows from one more look; null when nothing is left to remember.
     *
     * @param avant null when nothing was known
     */
    static VieDAlerte suite(VieDAlerte avant, boolean franchi, RegleDAlerte.Seuil seuil, Instant maintenant) {
        if (avant == null) {
            return franchi ? naissante(maintenant, seuil, maintenant) : null;
        }
        if (avant.leveeLe == null) {
            return franchi ? naissante(avant.vueLe, seuil, maintenant) : null;
        }
        if (avant.closeLe == null) {
            return franchi ? avant : new VieDAlerte(avant.vueLe, avant.leveeLe, maintenant);
        }
        boolean reposee = !maintenant.isBefore(avant.closeLe.plus(Duration.ofDays(seuil.repos())));
        if (reposee) {
            return suite(null, franchi, seuil, maintenant);
        }
        return franchi ? new VieDAlerte(avant.vueLe, avant.leveeLe, null) : avant;
    }

    private static VieDAlerte naissante(Instant vueLe, RegleDAlerte.Seuil seuil, Instant maintenant) {
        boolean tient = !maintenant.isBefore(vueLe.plus(Duration.ofDays(seuil.tenir())));
        return new VieDAlerte(vueLe, tient ? maintenant : null, null);
    }
}
