package fr.jalon.orientation;

import java.time.LocalDate;

/**
 * The next review of an accompaniment.
 *
 * @param aPreparerLe from that day it should be fixed
 * @param auPlusTard last day
 */
public record ProchainBilan(LocalDate aPreparerLe, LocalDate auPlusTard) {}
