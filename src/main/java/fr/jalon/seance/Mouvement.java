package fr.jalon.seance;

import java.time.Instant;
import java.util.UUID;

/** A member comes or leaves while the session is held; printed in the minutes. */
public record Mouvement(UUID id, UUID membreId, Sens sens, Instant quand) {

    /** Which way. */
    public enum Sens {
        ARRIVEE("arrivée"),
        DEPART("départ");

        private final String libelle;

        Sens(String libelle) {
            this.libelle = libelle;
        }

        public String libelle() {
            return libelle;
        }
    }
}
