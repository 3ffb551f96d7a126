package fr.jalon.mobilite;

/**
 * The chosen quote beside the prices of the network.
 *
 * @param cout cents, of the quote
 * @param reference cents, what the members ask on average for the same hours
 * @param engagement cents, what the school itself committed to; null when it is no member
 * @param heures hours that are compared
 * @param supposees whether the quote says no hours: the usual ones are taken
 */
public record DevisCompare(long cout, long reference, Long engagement, int heures, boolean supposees) {

    private static final int TOUT = 100;

    /** Cents above the network's price; below zero when the quote is cheaper. */
    public long ecart() {
        return cout - reference;
    }

    /** The same, percent of the network's price, rounded to the nearest. */
    public long pourcentage() {
        return Math.round(TOUT * (double) ecart() / reference);
    }

    /** Whether the school asks more than it committed to. */
    public boolean auDelaDeLEngagement() {
        return engagement != null && cout > engagement;
    }
}
