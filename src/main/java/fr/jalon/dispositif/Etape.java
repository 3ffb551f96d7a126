package fr.jalon.dispositif;

import fr.jalon.agent.Agent;
import java.util.Map;
import java.util.UUID;

/**
 * What a human step does once its form is right: calls the features and answers the flags of the path. A step without
 * such a bean keeps its form's data with the dossier, and sets the variables that the form marks.
 */
public interface Etape {

    /** Element id, for example {@code UserTask_VerifierPieces}. */
    String id();

    /** Values that the form shows when it opens. */
    Map<String, Object> donnees(UUID dossierId, Agent agent);

    /**
     * Does the step's work.
     *
     * @param donnees the form's data, already checked against the form
     * @throws fr.jalon.commun.SaisieInvalide on the field concerned; nothing is written then
     */
    Variables accomplir(UUID dossierId, Map<String, Object> donnees, Agent agent);
}
