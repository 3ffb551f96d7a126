package fr.jalon.prescription;

import fr.jalon.agent.Agent;
import java.util.UUID;

/** A partner said what the referral gave. */
public record ResultatNote(UUID dossierId, Agent auteur) {}
