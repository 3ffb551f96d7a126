package fr.jalon.dispositif.faits;

import fr.jalon.agent.Agent;
import fr.jalon.dispositif.IssueSuivi;
import java.util.UUID;

/** A partner that accompanies by the law gave, held or missed the first appointment, or cannot accompany. */
public record SuiviAvance(UUID dossierId, IssueSuivi issue, Agent auteur) {}
