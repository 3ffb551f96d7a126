package fr.jalon.budget;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** A reservation as it stands; amounts in cents. */
record Reservation(UUID id, String enveloppe, long centimes, String dossier, Etat etat, Instant expireLe) {

    /** Open until one of the three others, once. */
    enum Etat {
        OUVERTE(""),
        ENGAGEE("Cette réservation est déjà engagée."),
        ANNULEE("Cette réservation est déjà annulée."),
        EXPIREE("Cette réservation a expiré : son montant est rendu. Réservez de nouveau.");

        private final String refus;

        Etat(String refus) {
            this.refus = refus;
        }

        /** Why nothing more can be done with it. */
        String refus() {
            return refus;
        }
    }

    /** Idempotency key of one of its operations in the ledger: each happens once. */
    String cle(Nature nature) {
        return nature.name().toLowerCase(Locale.ROOT) + ":" + id;
    }

    boolean echue(Instant maintenant) {
        return !expireLe.isAfter(maintenant);
    }

    String source() {
        return dossier == null ? "réservation " + id : "dossier " + dossier;
    }
}
