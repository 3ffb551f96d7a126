package fr.jalon.budget;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Splits an amount between funders by the largest remainder on the cumulated total, so that many small amounts do not
 * drift from the shares: 0.01 at 89/11 goes to the first, the tenth such cent to the second.
 */
final class Repartition {

    private static final long TOUT = 10_000;

    private Repartition() {}

    /** What each share takes of a whole, in cents, summing to it; of equal remainders, the first share. */
    static List<Long> de(long centimes, List<Integer> points) {
        List<Long> parts = new ArrayList<>();
        points.forEach(p -> parts.add(Math.floorDiv(Math.multiplyExact(centimes, (long) p), TOUT)));
        long reste = centimes - somme(parts);
        IntStream.range(0, points.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> -Math.floorMod(centimes * points.get(i), TOUT)))
                .limit(reste)
                .forEach(i -> parts.set(i, parts.get(i) + 1));
        return parts;
    }

    /**
     * What an amount adds to each funder, from what they bear already, never below zero nor above what each has.
     *
     * @param centimes amount to add, at most the sum of {@code plafonds}
     */
    static List<Long> ajouter(long centimes, List<Integer> points, List<Long> portes, List<Long> plafonds) {
        List<Long> cibles = de(Math.addExact(somme(portes), centimes), points);
        List<Long> ajouts = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            ajouts.add(cibles.get(i) - portes.get(i));
        }
        return borner(centimes, ajouts, plafonds);
    }

    /**
     * What an amount takes from each funder, from what they bear already, never below zero nor above what each may give.
     *
     * @param centimes amount to take, at most the sum of {@code plafonds}
     */
    static List<Long> retirer(long centimes, List<Integer> points, List<Long> portes, List<Long> plafonds) {
        List<Long> cibles = de(somme(portes) - centimes, points);
        List<Long> retraits = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            retraits.add(portes.get(i) - cibles.get(i));
        }
        return borner(centimes, retraits, plafonds);
    }

    /** The wished parts within their bounds; what is cut from one goes to the others, the first ones first. */
    private static List<Long> borner(long centimes, List<Long> voulus, List<Long> plafonds) {
        List<Long> parts = new ArrayList<>();
        for (int i = 0; i < voulus.size(); i++) {
            parts.add(Math.max(0, Math.min(plafonds.get(i), voulus.get(i))));
        }
        long ecart = centimes - somme(parts);
        for (int i = 0; i < parts.size() && ecart != 0; i++) {
            long correction =
                    ecart > 0 ? Math.min(ecart, plafonds.get(i) - parts.get(i)) : -Math.min(-ecart, parts.get(i));
            parts.set(i, parts.get(i) + correction);
            ecart -= correction;
        }
        if (ecart != 0) {
            throw new IllegalArgumentException("The funders have less than the amount to split");
        }
        return parts;
    }

    static long somme(List<Long> parts) {
        return parts.stream().mapToLong(Long::longValue).sum();
    }
}
