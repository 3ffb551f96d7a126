package fr.jalon.moteur;

import fr.jalon.agent.Agent;
import java.util.Map;
import java.util.Optional;

/** The letters that a step would write, read before it is done (attentes, E24). */
public interface Apercus {

    /**
     * Asks the dispositif, which may show a letter before all answers are there; else does the step and what follows it at once, up to
     * the next wait, keeps the letters that come out, and undoes everything.
     *
     * @param tache an open task; a trial needs that this agent may complete it
     * @param donnees the answers of its form; a trial needs them all
     * @return one PDF with every letter; empty when these answers write none
     * @throws fr.jalon.commun.SaisieInvalide on the field concerned, as when the step is really done
     * @throws fr.jalon.commun.Conflit when the step can no longer be done, or by somebody else
     */
    Optional<byte[]> rediger(TacheVue tache, Map<String, Object> donnees, Agent agent);
}
