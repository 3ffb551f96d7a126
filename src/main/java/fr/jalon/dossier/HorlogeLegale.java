package fr.jalon.dossier;

import fr.jalon.commun.JoursOuvres;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The clock of a dossier (CRPA L114-5: it stops while the person must answer). Dates move by the real number of days of
 * the suspension: the target by the working days, the hard date by the calendar days.
 *
 * @param cible target date, null when there is none
 * @param limite hard date, null when there is none
 * @param suspendueDepuis first day of the running suspension, or null
 * @param joursSuspendus calendar days of the past suspensions
 */
public record HorlogeLegale(LocalDate cible, LocalDate limite, LocalDate suspendueDepuis, int joursSuspendus) {

    public boolean suspendue() {
        return suspendueDepuis != null;
    }

    /** Stops the clock; nothing changes when it is already stopped. */
    public HorlogeLegale suspendre(LocalDate jour) {
        return suspendue() ? this : new HorlogeLegale(cible, limite, jour, joursSuspendus);
    }

    /** Starts it again, each date moved by the days spent; nothing changes when it runs. */
    public HorlogeLegale reprendre(LocalDate jour) {
        if (!suspendue()) {
            return this;
        }
        int calendaires = (int) Math.max(0, ChronoUnit.DAYS.between(suspendueDepuis, jour));
        int ouvres = Math.max(0, JoursOuvres.entre(suspendueDepuis, jour));
        return new HorlogeLegale(
                cible == null ? null : JoursOuvres.ajouter(cible, ouvres),
                limite == null ? null : limite.plusDays(calendaires),
                null,
                joursSuspendus + calendaires);
    }

    /** The same with other dates, for example when the dossier becomes urgent. */
    public HorlogeLegale avecDates(LocalDate nouvelleCible, LocalDate nouvelleLimite) {
        return new HorlogeLegale(nouvelleCible, nouvelleLimite, suspendueDepuis, joursSuspendus);
    }
}
