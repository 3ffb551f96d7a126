package fr.jalon.dossier;

import fr.jalon.agent.Agent;
import java.util.UUID;

/**
 * The facts of an open dossier changed. Whoever keeps a result made from them computes it again in the same transaction, or leaves
 * it out of date when a human decided it.
 *
 * @param version the new version of the facts
 */
public record FaitsModifies(UUID dossierId, String dispositif, int version, Agent auteur) {}
