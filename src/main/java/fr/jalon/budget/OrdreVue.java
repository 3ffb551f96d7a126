package fr.jalon.budget;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A payment order as it stands; amounts in cents.
 *
 * @param numero never given twice
 * @param paye who is paid
 * @param pieces code = reference, one a line
 */
public record OrdreVue(
        String numero, Origine origine, long centimes, Paye paye, Imputation imputation, String pieces, Suivi suivi) {

    /** Where an order stands. */
    public enum Etat {
        ORDONNE("À transmettre"),
        TRANSMIS("Transmis au comptable"),
        ACCEPTE("Accepté par le comptable"),
        REJETE("Rejeté par le comptable"),
        PAYE("Payé");

        private final String libelle;

        Etat(String libelle) {
            this.libelle = libelle;
        }

        /** French name, for screens. */
        public String libelle() {
            return libelle;
        }
    }

    /** @param source what the credit was reserved for */
    public record Origine(long service, String engagement, String enveloppe, String source) {}

    /**
     * What became of it.
     *
     * @param bordereau its number; null before
     * @param motif why the accountant rejected it; null else
     * @param payeLe null before
     * @param restitue asked back by titles that stand, in cents
     */
    public record Suivi(
            Etat etat, String par, Instant le, String bordereau, String motif, LocalDate payeLe, long restitue) {}
}
