package fr.jalon.accueil;

import fr.jalon.agent.Agent;
import java.util.UUID;

/**
 * A visit was written, corrected, completed or undone.
 *
 * @param personneId null for a visit without a name
 * @param quoi what was done, in French, without any name
 */
public record VisiteNotee(UUID visiteId, String numero, String antenne, UUID personneId, String quoi, Agent auteur) {}
