package fr.jalon.seance;

import fr.jalon.agent.Agent;

/** Somebody read the sheet of a case for a session. */
public record FicheLue(String numeroDossier, String antenne, String numeroSeance, Agent lecteur) {}
