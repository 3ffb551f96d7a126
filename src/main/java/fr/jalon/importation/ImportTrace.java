package fr.jalon.importation;

import fr.jalon.agent.Agent;
import java.util.UUID;

/** Something was done with an import, for the audit. */
public record ImportTrace(UUID importId, String antenne, String texte, Agent auteur) {}
