package fr.jalon.piece;

import fr.jalon.agent.Agent;
import java.util.UUID;

/** Somebody opened a received file. */
public record FichierConsulte(UUID dossierId, String numero, String antenne, String fichier, Agent lecteur) {}
