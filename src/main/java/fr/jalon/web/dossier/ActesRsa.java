package fr.jalon.web.dossier;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Issue;
import fr.jalon.rsa.DemandesRsa;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** An ended claim is asked again with the same answers. */
@Component
class ActesRsa implements ActesDeLaPage {

    @Override
    public String dispositif() {
        return DemandesRsa.DISPOSITIF;
    }

    @Override
    public void offrir(DossierVue dossier, Set<String> etapes, Agent agent, boolean agit, Model model) {
        model.addAttribute(
                "peutRedemander",
                dossier.clos()
                        && dossier.issue() != Issue.DECES
                        && agit
                        && agent.aUnDe(Role.INSTRUCTEUR, Role.RESPONSABLE_ANTENNE));
    }
}
