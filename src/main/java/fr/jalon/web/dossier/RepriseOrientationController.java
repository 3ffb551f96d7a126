package fr.jalon.web.dossier;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Conflit;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.orientation.parcours.RepriseDesConfirmations;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import java.util.function.Consumer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Going back on an orientation from its dossier: the situation before the decision, the decision before its letter is signed. */
@Controller
@RequestMapping("/dossiers/{numero}")
class RepriseOrientationController {

    private final RepriseDesConfirmations reprises;
    private final Dossiers dossiers;

    RepriseOrientationController(RepriseDesConfirmations reprises, Dossiers dossiers) {
        this.reprises = reprises;
        this.dossiers = dossiers;
    }

    @PostMapping("/situation/reprise")
    String revoirLaSituation(@PathVariable String numero, @Appelant Agent agent, RedirectAttributes suite) {
        return faire(
                numero,
                agent,
                suite,
                d -> reprises.revoirLaSituation(d.id(), agent),
                "La situation est à revoir. La proposition sera refaite ensuite.");
    }

    @PostMapping("/orientation/reprise")
    String reprendre(@PathVariable String numero, @Appelant Agent agent, RedirectAttributes suite) {
        return faire(
                numero,
                agent,
                suite,
                d -> reprises.reprendre(d.id(), agent),
                "La confirmation est reprise : l’orientation est de nouveau à confirmer.");
    }

    private String faire(String numero, Agent agent, RedirectAttributes suite, Consumer<DossierVue> acte, String fait) {
        DossierVue dossier = dossiers.parNumero(numero, agent);
        try {
            acte.accept(dossier);
            Flash.ok(suite, fait);
        } catch (Conflit e) {
            Flash.refus(suite, e.getMessage());
        }
        return "redirect:/dossiers/" + dossier.numero();
    }
}
