package fr.jalon.mobilite;

import java.time.Instant;

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
     */
    public record Preuve(String reference, String par, Instant le) {}

    /** Whether it is done, so that it is paid. */
    public boolean faite() {
        return preuve != null;
    }
}
