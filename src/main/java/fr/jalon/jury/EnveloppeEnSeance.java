package fr.jalon.jury;

/**
 * An envelope seen from a session, in cents.
 *
 * @param libre free in the budget now for this session, what is held back for its own decisions included
 * @param accorde granted in this session, not sent yet
 * @param enAttente asked by the items that wait
 * @param premierQuiNePassePlus number of the first item in order that what is left no longer pays; null when all pass
 */
public record EnveloppeEnSeance(
        String id,
        String libelle,
        long vote,
        long engage,
        long reserve,
        long libre,
        long accorde,
        long enAttente,
        String premierQuiNePassePlus) {

    /** What this session may still grant. */
    public long disponible() {
        return libre - accorde;
    }

    /** What would be left if all that waits passed; below zero when it does not fit. */
    public long resteSiToutPasse() {
        return disponible() - enAttente;
    }
}
