package fr.jalon.seance;

import fr.jalon.agent.Agent;

/** Somebody read a convocation or the minutes of a session. */
public record DocumentLu(String numeroSeance, String antenne, String document, Agent lecteur) {}
