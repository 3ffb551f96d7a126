package fr.jalon.mobilite;

import fr.jalon.commun.Siret;
import java.util.UUID;

/**
 * A member of the solidarity network of driving schools (domaine, section 3.4).
 *
 * @param referent who answers the CCAS there
 * @param reussite first-time success, percent; null when not told
 * @param places learners that it can take now; null when not told
 * @param membre false once it left: it is not proposed any more
 */
public record AutoEcole(
        UUID id,
        String nom,
        Siret siret,
        String commune,
        Engagements engagements,
        String referent,
        Integer reussite,
        Integer places,
        boolean membre) {

    /**
     * What it commits to, and what the CCAS commits to.
     *
     * @param prixHeure cents
     * @param forfait cents, for {@code heuresForfait} hours
     * @param heuresUsuelles hours that a learner usually takes
     * @param delaiPaiement days in which the CCAS pays after a proof
     */
    public record Engagements(long prixHeure, long forfait, int heuresForfait, int heuresUsuelles, int delaiPaiement) {

        /** Cents for that many hours: the package, then hour by hour. */
        public long prix(int heures) {
            return Math.addExact(forfait, Math.multiplyExact(prixHeure, (long) Math.max(0, heures - heuresForfait)));
        }
    }
}
