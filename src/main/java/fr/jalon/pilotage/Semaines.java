package fr.jalon.pilotage;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** Whole weeks, from Monday to Sunday. */
final class Semaines {

    private Semaines() {}

    static LocalDate lundi(LocalDate jour) {
        return jour.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Mondays of the weeks that hold a day of the period. */
    static List<LocalDate> de(LocalDate du, LocalDate au) {
        List<LocalDate> lundis = new ArrayList<>();
        for (LocalDate lundi = lundi(du); !lundi.isAfter(au); lundi = lundi.plusWeeks(1)) {
            lundis.add(lundi);
        }
        return lundis;
    }
}
