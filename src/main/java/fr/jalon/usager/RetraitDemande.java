package fr.jalon.usager;

import fr.jalon.agent.Agent;
import java.util.UUID;

/**
 * A person asked to withdraw an agreement and none in force answers to her words.
 *
 * @param dit her words
 */
public record RetraitDemande(UUID personneId, String dit, Agent auteur) {}
