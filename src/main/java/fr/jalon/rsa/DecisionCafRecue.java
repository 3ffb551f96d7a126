package fr.jalon.rsa;

import fr.jalon.agent.Agent;
import java.util.UUID;

/** The CAF's decision was imported. */
public record DecisionCafRecue(UUID dossierId, DecisionCaf.Sens sens, Agent auteur) {}
