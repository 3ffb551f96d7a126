package fr.jalon.accueil;

import fr.jalon.agent.Agent;
import java.util.UUID;

/**
 * Somebody read a visit or its receipt.
 *
 * @param personneId null for a visit without a name
 * @param quoi what was read, in French, without any name
 */
public record VisiteLue(String numero, String antenne, UUID personneId, String quoi, Agent lecteur) {}
