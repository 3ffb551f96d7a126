package fr.jalon.web.dossier;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Conflit;
import fr.jalon.moteur.ParcoursFacultatifs;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Starts a path beside a dossier. */
@Controller
class ParcoursFacultatifsController {

    private final ParcoursFacultatifs facultatifs;

    ParcoursFacultatifsController(ParcoursFacultatifs facultatifs) {
        this.facultatifs = facultatifs;
    }

    @PostMapping("/dossiers/{numero}/parcours/{dispositif}")
    String demarrer(
            @PathVariable String numero,
            @PathVariable String dispositif,
            @Appelant Agent agent,
            RedirectAttributes suite) {
        try {
            String nouveau = facultatifs.demarrer(numero, dispositif, agent).numero();
            Flash.ok(suite, "C’est ouvert : voici son dossier.");
            return "redirect:/dossiers/" + nouveau;
        } catch (Conflit e) {
            Flash.refus(suite, e.getMessage());
            return "redirect:/dossiers/" + numero;
        }
    }
}
