package fr.jalon.seance;

import fr.jalon.agent.Agent;
import java.util.UUID;

/**
 * An instance that votes decided an item; published in the transaction of the decision, before anything is sent.
 *
 * @param avis code, output of {@code avis-instances}
 * @param montant cents granted, null when it grants none
 */
public record DecisionEnSeance(
        UUID dossierId, String numeroDossier, String question, String avis, Long montant, Agent auteur) {}
