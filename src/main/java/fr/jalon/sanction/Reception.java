package fr.jalon.sanction;

import java.time.LocalDate;

/**
 * Where the letter that informs the person stands.
 *
 * @param recueLe day of the receipt, null while the letter was not sent or when it came back
 * @param prouvee whether the receipt is proved, or only presumed
 * @param revenue the letter came back: nothing runs against the person
 * @param finObservations last day to answer, null while nothing runs
 */
public record Reception(LocalDate recueLe, boolean prouvee, boolean revenue, LocalDate finObservations) {

    static final Reception INCONNUE = new Reception(null, false, false, null);
}
