package fr.jalon.courrier;

import fr.jalon.agent.Agent;

/** A delegation of signature was written or ended. Published in the same transaction. */
public record DelegationModifiee(String arrete, String texte, Agent auteur) {}
