package fr.jalon.dossier;

import fr.jalon.commun.JoursOuvres;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The two clocks of a dossier. The internal target stops whenever somebody else must act, and moves by the working days spent. The
 * legal date (implicit rejection, CRPA L231-4) stops only for pieces that are required, from the day on which the person received the
 * request to the end of the time given at most (CRPA L114-5), and moves by the calendar days spent; nothing else moves it.
 *
 * @param cible target date, null when there is none
 * @param limite legal date, null when there is none
 * @param suspendueDepuis first day of the running suspension of the target, or null
 * @param joursSuspendus calendar days of its past suspensions
 * @param joursOuvresSuspendus working days of them
 * @param legale running suspension of the legal date, or null
 * @param joursLimiteSuspendue calendar days by which the legal date moved
 */
public record HorlogeLegale(
        LocalDate cible,
        LocalDate limite,
        LocalDate suspendueDepuis,
        int joursSuspendus,
        int joursOuvresSuspendus,
        Suspension legale,
        int joursLimiteSuspendue) {

    /**
     * A suspension of the legal date.
     *
     * @param depuis day on which the person received the request
     * @param jusqua last day of the time given, null when it is not known
     */
    public record Suspension(LocalDate depuis, LocalDate jusqua) {

        private long jours(LocalDate reprise) {
            LocalDate fin = jusqua != null && jusqua.isBefore(reprise) ? jusqua : reprise;
            return Math.max(0, ChronoUnit.DAYS.between(depuis, fin));
        }
    }

    /** A clock that begins. */
    public static HorlogeLegale de(LocalDate cible, LocalDate limite) {
        return new HorlogeLegale(cible, limite, null, 0, 0, null, 0);
    }

    public boolean suspendue() {
        return suspendueDepuis != null;
    }

    /** Stops the internal target; nothing changes when it is already stopped. */
    public HorlogeLegale suspendre(LocalDate jour) {
        return suspendue()
                ? this
                : new HorlogeLegale(
                        cible, limite, jour, joursSuspendus, joursOuvresSuspendus, legale, joursLimiteSuspendue);
    }

    /** Stops the legal date for the time given to bring pieces; a later receipt replaces the presumed one. */
    public HorlogeLegale suspendreLimite(Suspension suspension) {
        return new HorlogeLegale(
                cible, limite, suspendueDepuis, joursSuspendus, joursOuvresSuspendus, suspension, joursLimiteSuspendue);
    }

    /** Starts both again, each date moved by the days spent; nothing changes when they run. */
    public HorlogeLegale reprendre(LocalDate jour) {
        if (!suspendue() && legale == null) {
            return this;
        }
        int calendaires = suspendue() ? (int) Math.max(0, ChronoUnit.DAYS.between(suspendueDepuis, jour)) : 0;
        int ouvres = suspendue() ? Math.max(0, JoursOuvres.entre(suspendueDepuis, jour)) : 0;
        int legaux = legale == null ? 0 : (int) legale.jours(jour);
        return new HorlogeLegale(
                cible == null ? null : JoursOuvres.ajouter(cible, ouvres),
                limite == null ? null : limite.plusDays(legaux),
                null,
                joursSuspendus + calendaires,
                joursOuvresSuspendus + ouvres,
                null,
                joursLimiteSuspendue + legaux);
    }

    /** The same with other dates, for a dossier whose delay is met. */
    public HorlogeLegale avecDates(LocalDate nouvelleCible, LocalDate nouvelleLimite) {
        return new HorlogeLegale(
                nouvelleCible,
                nouvelleLimite,
                suspendueDepuis,
                joursSuspendus,
                joursOuvresSuspendus,
                legale,
                joursLimiteSuspendue);
    }

    /**
     * The same with the target of an urgent dossier: the days already suspended stay so, and the legal date does not move.
     *
     * @param cibleUrgente target from the day of the claim
     */
    public HorlogeLegale urgente(LocalDate cibleUrgente) {
        return avecDates(JoursOuvres.ajouter(cibleUrgente, joursOuvresSuspendus), limite);
    }
}
