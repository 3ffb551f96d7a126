package fr.jalon.annuaire;

import fr.jalon.agent.Agent;

/** Somebody changed the directory; the code is that of an organisation or an offer. */
public record AnnuaireModifie(String code, String texte, Agent auteur) {}
