package fr.jalon.dossier;

import fr.jalon.agent.Agent;
import java.util.UUID;

/** A line was added to the history of a dossier. */
public record DossierTrace(UUID dossierId, String numero, String antenne, String nature, String texte, Agent auteur) {}
