package fr.jalon.dispositif.faits;

import fr.jalon.agent.Agent;
import java.util.UUID;

/**
 * A procedure for a breach is to be opened beside a dossier.
 *
 * @param origineId dossier whose duties were not kept
 * @param referent log-in name of who accompanies the person, null for nobody
 */
public record ManquementDemande(UUID origineId, String referent, Agent auteur) {}
