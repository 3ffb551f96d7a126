package fr.jalon.prescription;

import java.time.LocalDate;

/**
 * A link just made.
 *
 * @param jeton its secret, shown once and kept nowhere
 * @param expireLe last day
 */
public record LienCree(String jeton, LocalDate expireLe) {}
