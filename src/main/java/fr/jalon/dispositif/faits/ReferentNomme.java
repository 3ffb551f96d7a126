package fr.jalon.dispositif.faits;

import fr.jalon.agent.Agent;
import java.util.UUID;

/** A partner that accompanies by the law named the référent. */
public record ReferentNomme(UUID dossierId, String nom, Agent auteur) {}
