package fr.jalon.usager;

import fr.jalon.agent.Agent;
import java.util.UUID;

/** A person was written for the first time. */
public record PersonneCreee(UUID personneId, String antenne, Agent auteur) {}
