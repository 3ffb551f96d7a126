package fr.jalon.financement;

import fr.jalon.commun.Centimes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Amounts of the parts of a plan, in cents: percentages by the largest remainder, then what is left. */
final class MontantsDuPlan {

    /** A percentage has two decimals: the whole is that many points. */
    private static final BigDecimal TOUT = BigDecimal.valueOf(10_000);

    private MontantsDuPlan() {}

    /** In the order of the sources, which were checked; a refusal takes nothing, the rest is never below zero. */
    static List<Long> de(long cout, List<SourceDemandee> sources) {
        List<Long> montants = new ArrayList<>();
        sources.forEach(
                s -> montants.add(s.refuse() || s.montant() == null ? 0 : Centimes.lire("montant", s.montant())));
        partager(cout, sources, montants);
        long pris = montants.stream().mapToLong(Long::longValue).sum();
        for (int i = 0; i < sources.size(); i++) {
            if (sources.get(i).prendLeReste() && !sources.get(i).refuse()) {
                montants.set(i, Math.max(0, cout - pris));
            }
        }
        return montants;
    }

    private static void partager(long cout, List<SourceDemandee> sources, List<Long> montants) {
        List<Integer> parts = IntStream.range(0, sources.size())
                .filter(i ->
                        sources.get(i).pourcentage() != null && !sources.get(i).refuse())
                .boxed()
                .toList();
        BigDecimal exact = BigDecimal.ZERO;
        long donne = 0;
        for (int i : parts) {
            BigDecimal part = exacte(cout, sources.get(i));
            exact = exact.add(part);
            montants.set(i, part.setScale(0, RoundingMode.FLOOR).longValueExact());
            donne += montants.get(i);
        }
        long reste = exact.setScale(0, RoundingMode.HALF_UP).longValueExact() - donne;
        parts.stream()
                .sorted(Comparator.comparing(
                                (Integer i) -> exacte(cout, sources.get(i)).remainder(BigDecimal.ONE))
                        .reversed())
                .limit(reste)
                .forEach(i -> montants.set(i, montants.get(i) + 1));
    }

    private static BigDecimal exacte(long cout, SourceDemandee source) {
        return BigDecimal.valueOf(cout)
                .multiply(source.pourcentage().movePointRight(2))
                .divide(TOUT);
    }
}
