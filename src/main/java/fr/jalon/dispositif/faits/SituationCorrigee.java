package fr.jalon.dispositif.faits;

import fr.jalon.agent.Agent;
import java.util.UUID;

/** The facts of a claim changed and what the rules find was found again: its path may have to ask again. */
public record SituationCorrigee(UUID dossierId, Agent auteur) {}
