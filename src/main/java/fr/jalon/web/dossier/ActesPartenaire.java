package fr.jalon.web.dossier;

import fr.jalon.agent.Agent;
import fr.jalon.dossier.DossierVue;
import fr.jalon.prescription.EtatProposition;
import fr.jalon.prescription.Prescriptions;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** A referral is not referred again, and its partner may be given a link while it has not answered. */
@Component
class ActesPartenaire implements ActesDeLaPage {

    private final Prescriptions prescriptions;

    ActesPartenaire(Prescriptions prescriptions) {
        this.prescriptions = prescriptions;
    }

    @Override
    public String dispositif() {
        return Prescriptions.DISPOSITIF;
    }

    @Override
    public void offrir(DossierVue dossier, Set<String> etapes, Agent agent, boolean agit, Model model) {
        model.addAttribute("peutOrienter", false);
        model.addAttribute(
                "attendPartenaire", prescriptions.derniere(dossier.id()).etat() == EtatProposition.PROPOSEE);
    }
}
