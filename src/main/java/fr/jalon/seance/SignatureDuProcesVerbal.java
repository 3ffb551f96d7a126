package fr.jalon.seance;

import java.time.Instant;

/**
 * Who signed the minutes.
 *
 * @param par name
 * @param qualite capacity in which this person presided, in words
 */
public record SignatureDuProcesVerbal(String par, String qualite, Instant le) {}
