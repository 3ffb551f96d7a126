package fr.jalon.mobilite;

import fr.jalon.commun.Montant;
import java.time.LocalDate;
import java.util.List;

/** What the person received before, as the limits of a period count it. */
final class AidesRecues {

    private final List<AidePassee> aides;
    private final ParametresMobilite parametres;

    AidesRecues(List<AidePassee> aides, ParametresMobilite parametres) {
        this.aides = aides;
        this.parametres = parametres;
    }

    /** Whether the same kind was granted within the period. */
    boolean repetition(String nature) {
        LocalDate depuis = parametres.aujourdhui().minusMonths(parametres.repetitionMois());
        return aides.stream().anyMatch(a -> a.nature().equals(nature) && a.le().isAfter(depuis));
    }

    /** What the person may still receive over the period, never below zero. */
    Montant reste() {
        LocalDate depuis = parametres.aujourdhui().minusMonths(parametres.totalMois());
        Montant recu = aides.stream()
                .filter(a -> a.le().isAfter(depuis))
                .map(a -> new Montant(a.montant()))
                .reduce(Montant.ZERO, Montant::plus);
        Montant reste = parametres.totalPersonne().moins(recu);
        return reste.estPositif() ? reste : Montant.ZERO;
    }
}
