package fr.jalon.jury;

import java.util.UUID;

/**
 * A tie between a member and a case that Jalon sees; a human says what it is worth.
 *
 * @param pourLaPresidence only who presides reads it
 */
public record Rapprochement(UUID membreId, String membre, Force force, String raison, boolean pourLaPresidence) {

    /** How sure it is. */
    public enum Force {
        FORTE("Lien connu"),
        MOYENNE("Lien probable"),
        FAIBLE("À vérifier");

        private final String libelle;

        Force(String libelle) {
            this.libelle = libelle;
        }

        public String libelle() {
            return libelle;
        }
    }
}
