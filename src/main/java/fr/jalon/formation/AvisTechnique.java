package fr.jalon.formation;

import java.time.Instant;

/**
 * What somebody who did not build the request thinks of it.
 *
 * @param motif read by who decides
 */
public record AvisTechnique(Sens sens, String motif, String auteur, Instant le) {

    /** The opinion. */
    public enum Sens {
        FAVORABLE("Favorable"),
        RESERVE("Réservé"),
        DEFAVORABLE("Défavorable");

        private final String libelle;

        Sens(String libelle) {
            this.libelle = libelle;
        }

        /** French name, for screens. */
        public String libelle() {
            return libelle;
        }
    }
}
