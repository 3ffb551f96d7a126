package fr.jalon.prescription;

import fr.jalon.agent.Agent;
import java.util.UUID;

/** The person took back its agreement, or it is past: the partner no longer reads anything, the place is free again. */
public record PartageArrete(UUID dossierId, Agent auteur) {}
