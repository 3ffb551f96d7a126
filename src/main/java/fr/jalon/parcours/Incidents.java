package fr.jalon.parcours;

import fr.jalon.agent.Agent;
import java.time.Instant;
import java.util.List;

/** What failed for good and waits for an administrator. */
public interface Incidents {

    /**
     * One failure.
     *
     * @param etape label of the failing step in the model
     * @param raison French sentence
     * @param detail technical message, for the support; never shown to others
     */
    record Incident(String id, String numeroDossier, String etape, String raison, String detail, Instant depuis) {}

    List<Incident> ouverts();

    /** Tries the failing step again, now. */
    void relancer(String id, Agent auteur);
}
