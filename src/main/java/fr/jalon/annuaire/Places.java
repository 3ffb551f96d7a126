package fr.jalon.annuaire;

/**
 * Room in an offer.
 *
 * @param total null when the organisation does not say how many it has
 * @param prises persons in it now
 * @param attente persons who wait
 */
public record Places(Integer total, int prises, int attente) {

    public static final Places NON_SUIVIES = new Places(null, 0, 0);

    public boolean suivies() {
        return total != null;
    }

    /** Places left, null when they are not followed, never below zero. */
    public Integer libres() {
        return total == null ? null : Math.max(0, total - prises);
    }

    public boolean complet() {
        return total != null && prises >= total;
    }
}
