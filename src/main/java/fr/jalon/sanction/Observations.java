package fr.jalon.sanction;

import java.time.LocalDate;

/**
 * What the person answers.
 *
 * @param mode {@code ECRIT} or {@code ORAL}
 * @param assistance who assists the person, or null
 * @param fermes the person has said everything: the rest of the delay is not awaited
 */
public record Observations(String mode, LocalDate jour, String texte, String assistance, boolean fermes) {}
