package fr.jalon.budget;

import java.time.Instant;

/**
 * A certified service.
 *
 * @param source what the credit was reserved for
 * @param aQui whom the aid says is paid; null when it does not say
 * @param siret of the body that the aid says; null when it does not say
 */
public record ServiceFait(
        long id,
        String engagement,
        String enveloppe,
        String source,
        long centimes,
        Preuve preuve,
        Certification certification,
        AQui.Nature aQui,
        String siret) {

    /** Where a certified service stands. */
    public enum Etat {
        CERTIFIE,
        ORDONNE,
        RETIRE
    }

    /** @param ordres orders made for it so far, rejected ones included */
    public record Certification(String par, Instant le, Etat etat, int ordres) {}
}
