package fr.jalon.web.dossier;

import fr.jalon.agent.Agent;
import fr.jalon.dossier.DossierVue;
import java.util.Set;
import org.springframework.ui.Model;

/** What the page of a dossier offers to do, for the dossiers of one dispositif: each act is a flag that the page reads. */
interface ActesDeLaPage {

    /** Code of the dispositif. */
    String dispositif();

    /**
     * Offers what this agent may do now.
     *
     * @param etapes element ids of the steps that wait
     * @param agit whether the dossier is one of the agent's antennes
     */
    void offrir(DossierVue dossier, Set<String> etapes, Agent agent, boolean agit, Model model);
}
