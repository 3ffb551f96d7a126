package fr.jalon.moteur;

import fr.jalon.agent.Agent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What failed, from its first failure: steps that will be tried again by themselves, and those that wait for an administrator. */
public interface Incidents {

    /**
     * One failure.
     *
     * @param id of the work that failed, for {@link #relancer}
     * @param etape label of the failing step in the model
     * @param raison French sentence
     * @param detail technical message, for the support; never shown to others
     * @param depuis when it stopped for good, null while it is still tried
     * @param prochainEssai when it is tried again by itself, null once it stopped for good
     */
    record Incident(
            String id,
            String numeroDossier,
            String etape,
            String raison,
            String detail,
            Instant depuis,
            Instant prochainEssai) {

        /** Nothing happens any more without somebody. */
        public boolean arrete() {
            return prochainEssai == null;
        }
    }

    /** Every failing step: those that stopped first. */
    List<Incident> ouverts();

    /** The failing steps of a dossier. */
    List<Incident> duDossier(UUID dossierId);

    /** Tries the failing step again, now. */
    void relancer(String id, Agent auteur);
}
