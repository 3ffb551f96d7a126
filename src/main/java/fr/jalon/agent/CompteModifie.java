package fr.jalon.agent;

/** An account was created or changed. */
public record CompteModifie(String identifiant, Agent auteur, String quoi) {}
