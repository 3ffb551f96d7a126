package fr.jalon.web.dossier;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.dossier.DossierVue;
import fr.jalon.orientation.DemandesOrientation;
import fr.jalon.orientation.parcours.OrientationRsa;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * A breach is opened from an orientation; its situation is seen again before the decision, and the decision is taken back until its letter
 * is signed.
 */
@Component
class ActesOrientation implements ActesDeLaPage {

    @Override
    public String dispositif() {
        return DemandesOrientation.DISPOSITIF;
    }

    @Override
    public void offrir(DossierVue dossier, Set<String> etapes, Agent agent, boolean agit, Model model) {
        boolean permis = agit && agent.aUnDe(Role.ALI, Role.RESPONSABLE_ANTENNE);
        model.addAttribute("peutConstater", permis && !dossier.clos());
        model.addAttribute("peutRevoirSituation", permis && etapes.contains(OrientationRsa.CONFIRMER_ORIENTATION));
        model.addAttribute(
                "peutReprendre",
                permis
                        && (etapes.contains(OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS)
                                || etapes.contains(OrientationRsa.SUIVRE_PARTENAIRE)));
    }
}
