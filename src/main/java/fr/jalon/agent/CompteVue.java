package fr.jalon.agent;

/**
 * An account as the administrator sees it; never its password.
 *
 * @param qualiteSeance capacity in which it sits in a session, null for none
 */
public record CompteVue(Agent agent, boolean actif, int echecs, String qualiteSeance) {}
