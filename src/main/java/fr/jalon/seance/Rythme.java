package fr.jalon.seance;

import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAdjusters;

/** How often the sessions of a year are held. */
public enum Rythme {
    /** One session alone. */
    UNE_FOIS("Une seule séance"),
    /** The same day of each week. */
    SEMAINE("Chaque semaine"),
    /** The same day every two weeks. */
    QUINZAINE("Toutes les deux semaines"),
    /** The same day of the same week of each month: the second Tuesday, for example; the fifth is the last one. */
    MOIS("Chaque mois, le même jour de la même semaine");

    private static final int SEMAINES_SURES = 4;

    private final String libelle;

    Rythme(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }

    /**
     * The day of a session.
     *
     * @param rang 0 for the first one
     */
    public LocalDate jour(LocalDate premier, int rang) {
        return switch (this) {
            case UNE_FOIS -> premier;
            case SEMAINE -> premier.plusWeeks(rang);
            case QUINZAINE -> premier.plusWeeks(2L * rang);
            case MOIS -> duMois(premier, premier.withDayOfMonth(1).plusMonths(rang));
        };
    }

    private static LocalDate duMois(LocalDate premier, LocalDate mois) {
        int semaine = premier.get(ChronoField.ALIGNED_WEEK_OF_MONTH);
        return mois.with(
                semaine > SEMAINES_SURES
                        ? TemporalAdjusters.lastInMonth(premier.getDayOfWeek())
                        : TemporalAdjusters.dayOfWeekInMonth(semaine, premier.getDayOfWeek()));
    }
}
