package fr.jalon.dossier;

import fr.jalon.agent.Agent;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What is needed to open a dossier.
 *
 * @param deposeLe day on which the claim was received; it fixes the legal dates
 */
public record Ouverture(String dispositif, UUID personneId, Canal canal, LocalDate deposeLe, Agent auteur) {}
