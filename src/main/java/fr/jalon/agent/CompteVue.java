package fr.jalon.agent;

/** An account as the administrator sees it; never its password. */
public record CompteVue(Agent agent, boolean actif, int echecs) {}
