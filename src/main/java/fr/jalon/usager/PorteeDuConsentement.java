package fr.jalon.usager;

import fr.jalon.agent.Agent;
import java.util.UUID;

/** Port: an agreement given for a dossier is read by who may read that dossier. */
@FunctionalInterface
public interface PorteeDuConsentement {

    /** True also for an agreement that belongs to no dossier. */
    boolean lisible(UUID consentementId, Agent lecteur);
}
