package fr.jalon.agent;

/** What is known of an antenne changed. */
public record AntenneModifiee(String code, Agent auteur) {}
