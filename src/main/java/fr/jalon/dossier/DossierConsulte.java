package fr.jalon.dossier;

import fr.jalon.agent.Agent;
import java.util.UUID;

/** Somebody read a dossier. */
public record DossierConsulte(UUID dossierId, String numero, String antenne, Agent lecteur, String quoi) {}
