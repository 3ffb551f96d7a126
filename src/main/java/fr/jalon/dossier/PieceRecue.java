package fr.jalon.dossier;

import fr.jalon.agent.Agent;
import java.util.UUID;

/** A piece came in. */
public record PieceRecue(UUID dossierId, String type, Agent auteur) {}
