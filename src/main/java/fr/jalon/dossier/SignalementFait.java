package fr.jalon.dossier;

import fr.jalon.agent.Agent;
import java.util.UUID;

/** Something was signalled about an open dossier. */
public record SignalementFait(UUID dossierId, Signalement signalement, Agent auteur) {}
