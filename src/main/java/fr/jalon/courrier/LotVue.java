package fr.jalon.courrier;

import java.time.Instant;
import java.util.UUID;

/**
 * A batch of letters.
 *
 * @param impressions how many times it was printed: more than one is a reprint of the same letters
 */
public record LotVue(UUID id, String antenne, int nombre, Instant creeLe, String creePar, int impressions) {}
