package fr.jalon.pilotage;

import fr.jalon.temps.Porteur;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/** Durations of closed segments or of whole dossiers, in working days, as counts by tenth of a day. */
public final class Durees {

    private static final int DIXIEMES = 10;
    private static final int CENT = 100;

    private Durees() {}

    /**
     * The duration that so many per cent do not pass: the nearest rank.
     *
     * @param comptes how many lasted so many tenths of a working day, not empty
     * @param pourcent above 0 to 100
     */
    static double rang(NavigableMap<Integer, Long> comptes, int pourcent) {
        long total = comptes.values().stream().mapToLong(Long::longValue).sum();
        long rang = Math.max(1, (total * pourcent + CENT - 1) / CENT);
        long vus = 0;
        for (Map.Entry<Integer, Long> c : comptes.entrySet()) {
            vus += c.getValue();
            if (vus >= rang) {
                return (double) c.getKey() / DIXIEMES;
            }
        }
        throw new IllegalArgumentException("aucune durée");
    }

    /**
     * How long a step lasted.
     *
     * @param etape element id, empty between two steps, null for the whole dossier
     * @param porteur whose turn it was, null for the whole dossier
     * @param nombre how many lasted so, hidden with the durations
     * @param p50 working days, null when hidden
     */
    public record Ligne(
            String dispositif, String etape, Porteur porteur, Case nombre, Double p50, Double p90, Double p99) {

        static Ligne de(
                String dispositif, String etape, Porteur porteur, NavigableMap<Integer, Long> comptes, long minimum) {
            long nombre = comptes.values().stream().mapToLong(Long::longValue).sum();
            return nombre < minimum
                    ? new Ligne(dispositif, etape, porteur, Case.CACHEE, null, null, null)
                    : new Ligne(
                            dispositif,
                            etape,
                            porteur,
                            Case.de(nombre),
                            rang(comptes, 50),
                            rang(comptes, 90),
                            rang(comptes, 99));
        }
    }

    /** Working days that dossiers spent with somebody, of those that ended; its share is of the whole in per cent. */
    public record Attente(Porteur porteur, Integer part) {}

    /** Shares that sum to a hundred or nearly; null where they are hidden. */
    static List<Attente> attentes(Map<Porteur, Double> jours, boolean cache) {
        double total = jours.values().stream().mapToDouble(Double::doubleValue).sum();
        return Arrays.stream(Porteur.values())
                .map(p -> new Attente(
                        p, cache || total == 0 ? null : (int) Math.round(CENT * jours.getOrDefault(p, 0.0) / total)))
                .toList();
    }
}
