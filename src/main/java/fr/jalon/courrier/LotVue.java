package fr.jalon.courrier;

import java.time.Instant;
import java.util.UUID;

/**
 * A batch of letters.
 *
 * @param antenne null for the letters of a session, which come from every antenne
 * @param seance number of that session, else null
 * @param impressions how many times it was printed: more than one is a reprint of the same letters
 */
public record LotVue(
        UUID id, String antenne, String seance, int nombre, Instant creeLe, String creePar, int impressions) {}
