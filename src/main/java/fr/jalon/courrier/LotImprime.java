package fr.jalon.courrier;

import fr.jalon.agent.Agent;
import java.util.UUID;

/**
 * A batch of letters was printed. Published in the same transaction.
 *
 * @param fois 1 for the first printing, more for a reprint of the same letters
 */
public record LotImprime(UUID lotId, String antenne, int nombre, int fois, Agent auteur) {}
