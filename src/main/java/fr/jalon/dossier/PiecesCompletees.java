package fr.jalon.dossier;

import fr.jalon.agent.Agent;
import java.util.UUID;

/** Every mandatory piece that was missing has come in: the dossier waits for the person no more. */
public record PiecesCompletees(UUID dossierId, Agent auteur) {}
