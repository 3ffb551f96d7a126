package fr.jalon.prescription;

import fr.jalon.agent.Agent;
import java.util.UUID;

/** A partner said what became of the first meeting. */
public record PremierRendezVousNote(UUID dossierId, Rencontre.Issue issue, Agent auteur) {}
