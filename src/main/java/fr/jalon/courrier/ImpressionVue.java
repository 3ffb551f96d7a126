package fr.jalon.courrier;

import java.time.Instant;

/**
 * One printing of a batch.
 *
 * @param rang 1 for the first, more for a reprint
 */
public record ImpressionVue(int rang, Instant quand, String qui) {}
