package fr.jalon.moteur;

import fr.jalon.agent.Agent;
import java.util.Map;

/**
 * The human tasks. Each call checks the role and the antenne; another antenne's task does not exist. When two people do
 * the same, the second gets a {@link fr.jalon.commun.Conflit} that says who was first and when.
 */
public interface Taches {

    /** The open task, for somebody who may see it. */
    TacheVue tache(String id, Agent agent);

    /** Takes the task for oneself. */
    void prendre(String id, Agent agent);

    /** Gives it back to the queue; the reason is kept in the history. */
    void deposer(String id, String motif, Agent agent);

    /**
     * Gives it to somebody else of the same antenne: a responsable, or its holder.
     *
     * @param destinataire log-in name
     * @param motif needed; kept in the history
     */
    void reaffecter(String id, String destinataire, String motif, Agent agent);

    /** The form of the step and its present data. */
    FormulaireEtape formulaire(String id, Agent agent);

    /**
     * Does the step.
     *
     * @param donnees data of the form, checked again from the same file
     * @throws fr.jalon.commun.SaisieInvalide with each faulty field
     */
    void achever(String id, Map<String, Object> donnees, Agent agent);
}
