package fr.jalon.temps;

import java.time.Instant;

/**
 * The target of a dossier stood still.
 *
 * @param jusqua null while it does
 */
record Suspension(Instant depuis, Instant jusqua) {

    boolean courtA(Instant instant) {
        return !depuis.isAfter(instant) && (jusqua == null || jusqua.isAfter(instant));
    }
}
