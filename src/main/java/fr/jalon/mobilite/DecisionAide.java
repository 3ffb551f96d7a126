package fr.jalon.mobilite;

import java.time.LocalDate;

/**
 * What the responsable or the CAI decided.
 *
 * @param montant cents granted; null unless it is granted
 * @param motif read by the person
 * @param complement what is missing, for who instructs
 * @param procesVerbal number of the CAI's minutes; null when the responsable decided
 * @param seance day of the CAI's session
 */
public record DecisionAide(
        Sens sens, Long montant, String motif, String complement, String procesVerbal, LocalDate seance) {

    /** Granted, refused, or sent back to be completed. */
    public enum Sens {
        ACCORD,
        REFUS,
        A_COMPLETER
    }
}
