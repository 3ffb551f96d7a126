package fr.jalon.mobilite;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A step of an aid that was granted.
 *
 * @param preuve null while it is still to come
 */
public record EtapeSuivie(EtapePayee etape, Preuve preuve) {

    /**
     * What shows that the step is done.
     *
     * @param reference of the invoice or the certificate
     * @param par log-in name of who noted it
     * @param payeLe day on which it was paid, null before
     */
    public record Preuve(String reference, String par, Instant le, LocalDate payeLe) {}

    /** Whether it is done, so that it is paid. */
    public boolean faite() {
        return preuve != null;
    }
}
