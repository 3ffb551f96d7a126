package fr.jalon.jury;

import java.time.Instant;
import java.util.UUID;

/**
 * What a member is tied to.
 *
 * @param siret 14 figures, or null
 * @param finLe when it ended, null while it holds
 */
public record Interet(UUID id, Nature nature, String organisme, String siret, Instant declareLe, Instant finLe) {

    /** How the member is tied. */
    public enum Nature {
        MANDAT("J'y ai un mandat"),
        EMPLOI("J'y travaille, ou j'y ai travaillé il y a moins de deux ans"),
        PROCHE("Un proche y travaille ou la dirige");

        private final String libelle;

        Nature(String libelle) {
            this.libelle = libelle;
        }

        public String libelle() {
            return libelle;
        }
    }

    public boolean tient() {
        return finLe == null;
    }
}
