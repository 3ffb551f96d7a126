package fr.jalon.decision;

import fr.jalon.agent.Agent;

/** Somebody confirmed a row whose source was not sure, or took the confirmation back. */
public record RegleConfirmee(String cle, String regle, boolean confirmee, String source, Agent auteur) {}
