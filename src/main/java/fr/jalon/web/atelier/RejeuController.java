package fr.jalon.web.atelier;

import fr.jalon.agent.Agent;
import fr.jalon.atelier.Atelier;
import fr.jalon.atelier.Rejeux;
import fr.jalon.commun.Conflit;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tables of a draft tried on the past: asked from its page, which follows how far it is. */
@Controller
@RequestMapping("/modeles/{cle}/versions/{version}/rejeu")
class RejeuController {

    private final Rejeux rejeux;
    private final Atelier atelier;
    private final RejeuxEcran ecran;

    RejeuController(Rejeux rejeux, Atelier atelier, RejeuxEcran ecran) {
        this.rejeux = rejeux;
        this.atelier = atelier;
        this.ecran = ecran;
    }

    @PostMapping
    String demander(
            @PathVariable String cle, @PathVariable String version, @Appelant Agent agent, RedirectAttributes suite) {
        int numero = AtelierController.numero(version);
        try {
            rejeux.demander(cle, numero, agent);
            Flash.ok(suite, "L’essai est lancé : son résultat vient sur cette page.");
        } catch (Conflit e) {
            Flash.refus(suite, e.getMessage());
        }
        suite.addAttribute("cle", cle);
        suite.addAttribute("version", numero);
        return "redirect:/modeles/{cle}/versions/{version}";
    }

    /** The block of the trials alone, asked again while one goes on. */
    @GetMapping
    String suivre(@PathVariable String cle, @PathVariable String version, @Appelant Agent agent, Model model) {
        int numero = AtelierController.numero(version);
        ecran.montrer(atelier.lot(cle, numero, agent), agent, model);
        model.addAttribute("cle", cle);
        model.addAttribute("version", numero);
        return "atelier/essais :: essais(essais=${essais},cle=${cle},version=${version},suivi=${suivi})";
    }
}
