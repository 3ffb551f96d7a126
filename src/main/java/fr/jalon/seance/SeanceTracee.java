package fr.jalon.seance;

import fr.jalon.agent.Agent;

/** Something was done in a session; the audit keeps it. */
public record SeanceTracee(String numero, String antenne, String texte, Agent auteur) {}
