package fr.jalon.pilotage;

import java.time.LocalDate;

/**
 * What is counted.
 *
 * @param dispositif code, null for all
 * @param antenne code, null for all
 * @param du first day, included
 * @param au last day, included
 */
public record Filtre(String dispositif, String antenne, LocalDate du, LocalDate au) {

    /** Longest period that is counted. */
    public static final int ANNEES_AU_PLUS = 10;
}
