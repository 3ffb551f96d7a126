package fr.jalon.corbeille;

import java.time.LocalDate;

/**
 * When a task came into the queue, by the days of Paris; each part null for no bound.
 *
 * @param depuisPlusDe more than so many days ago, 0 or more
 * @param du first day, included
 * @param au last day, included
 */
public record Arrivee(Integer depuisPlusDe, LocalDate du, LocalDate au) {

    public static final Arrivee TOUTES = new Arrivee(null, null, null);

    /** The first day that is too late, null for none: the tightest of the two upper bounds. */
    LocalDate avant(LocalDate aujourdhui) {
        LocalDate relatif = depuisPlusDe == null ? null : aujourdhui.minusDays(depuisPlusDe);
        LocalDate lendemain = au == null ? null : au.plusDays(1);
        return relatif == null || (lendemain != null && lendemain.isBefore(relatif)) ? lendemain : relatif;
    }
}
