package fr.jalon.formation;

import java.time.LocalDate;

/**
 * What was decided of a request.
 *
 * @param montant cents granted; null unless it is granted
 * @param motif read by the person
 * @param question that a postponement asks, read by the person
 * @param procesVerbal number of the CAI's minutes; null when it did not decide
 * @param seance day of the CAI's session
 */
public record DecisionFormation(
        Sens sens, Long montant, String motif, String question, String procesVerbal, LocalDate seance) {

    /** Granted, in whole or in part, postponed with a question, or refused. */
    public enum Sens {
        ACCORD,
        AJOURNEMENT,
        REFUS
    }
}
