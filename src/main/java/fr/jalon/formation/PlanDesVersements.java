package fr.jalon.formation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What was granted, cut by milestones to the last cent, and what is due at one of them for the hours that were followed. */
final class PlanDesVersements {

    private static final long TOUT = 100;

    private PlanDesVersements() {}

    /**
     * Cuts an amount by largest remainder.
     *
     * @param parts in percent, that sum to 100
     * @return as many amounts, which sum to it
     */
    static List<Long> couper(long centimes, List<Integer> parts) {
        List<Long> montants = new ArrayList<>(parts.stream()
                .map(p -> Math.floorDiv(Math.multiplyExact(centimes, (long) p), TOUT))
                .toList());
        long reste = centimes - montants.stream().mapToLong(Long::longValue).sum();
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> -Math.floorMod(centimes * parts.get(i), TOUT)))
                .limit(reste)
                .forEach(i -> montants.set(i, montants.get(i) + 1));
        return montants;
    }

    /**
     * What is due in all once a milestone is reached: reduced as the hours are, never rounded up.
     *
     * @param prevu cents planned up to this milestone, itself included
     * @param attendu part of the hours that it expects, in percent
     * @param suivies hours proven since the beginning
     */
    static long du(long prevu, int attendu, int heures, int suivies) {
        long attendues = Math.multiplyExact((long) heures, attendu);
        long prouvees = Math.min(Math.multiplyExact((long) suivies, TOUT), attendues);
        return attendues == 0 ? prevu : Math.floorDiv(Math.multiplyExact(prevu, prouvees), attendues);
    }
}
