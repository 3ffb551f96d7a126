package fr.jalon.usager;

import fr.jalon.agent.Agent;
import java.util.UUID;

/** A person took back an agreement: what it allowed stops at once. */
public record ConsentementRetire(UUID consentementId, UUID personneId, Agent auteur) {}
