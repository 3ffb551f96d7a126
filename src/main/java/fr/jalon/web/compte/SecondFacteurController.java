package fr.jalon.web.compte;

import fr.jalon.agent.Agent;
import fr.jalon.agent.SecondFacteur;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.securite.MarqueSecondFacteur;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The second factor: the code asked at the log-in, putting it in place, its recovery codes and devices. */
@Controller
@RequestMapping("/second-facteur")
class SecondFacteurController {

    private static final String OUI = "oui";

    private final SecondFacteur facteur;
    private final MarqueSecondFacteur marque;

    SecondFacteurController(SecondFacteur facteur, MarqueSecondFacteur marque) {
        this.facteur = facteur;
        this.marque = marque;
    }

    @GetMapping
    String demander(@Appelant Agent agent) {
        return facteur.enPlace(agent) ? "compte/code" : "redirect:/second-facteur/mise-en-place";
    }

    @PostMapping
    String verifier(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String retenir,
            @RequestHeader(name = HttpHeaders.USER_AGENT, defaultValue = "") String navigateur,
            @Appelant Agent agent,
            HttpSession session,
            HttpServletResponse reponse,
            Model model) {
        return Saisies.essayer(
                model,
                () -> {
                    facteur.verifier(agent, code);
                    marque.passer(agent, session);
                    if (OUI.equals(retenir)) {
                        marque.retenir(agent, navigateur, reponse);
                    }
                    return "redirect:/";
                },
                () -> "compte/code");
    }

    @GetMapping("/mise-en-place")
    String preparer(@Appelant Agent agent, Model model) {
        return facteur.enPlace(agent) || !facteur.actif() ? "redirect:/compte" : miseEnPlace(agent, model);
    }

    @PostMapping("/mise-en-place")
    String activer(
            @RequestParam(defaultValue = "") String code, @Appelant Agent agent, HttpSession session, Model model) {
        return Saisies.essayer(
                model,
                () -> {
                    List<String> codes = facteur.activer(agent, code);
                    marque.passer(agent, session);
                    return codes(codes, model);
                },
                () -> facteur.enPlace(agent) ? "compte/code" : miseEnPlace(agent, model));
    }

    @PostMapping("/codes")
    String refaire(@RequestParam(defaultValue = "") String code, @Appelant Agent agent, Model model) {
        return Saisies.essayer(
                model, () -> codes(facteur.refaireLesCodes(agent, code), model), () -> gestion(agent, model));
    }

    @PostMapping("/retrait")
    String retirer(
            @RequestParam(defaultValue = "") String code,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        return Saisies.essayer(
                model,
                () -> {
                    facteur.abandonner(agent, code);
                    Flash.ok(suite, "Le second facteur est retiré.");
                    return "redirect:/compte";
                },
                () -> gestion(agent, model));
    }

    @PostMapping("/appareils/{id}/oubli")
    String oublier(@PathVariable UUID id, @Appelant Agent agent, RedirectAttributes suite) {
        facteur.oublierAppareil(agent, id);
        Flash.ok(suite, "Cet appareil demandera de nouveau un code.");
        return "redirect:/compte#second-facteur";
    }

    /** Drawn by this very answer: the codes are kept nowhere in clear. */
    private static String codes(List<String> codes, Model model) {
        model.addAttribute("codes", codes);
        return "compte/codes-de-secours";
    }

    private String miseEnPlace(Agent agent, Model model) {
        model.addAttribute("preparation", facteur.preparer(agent));
        model.addAttribute("obligatoire", facteur.exigeParLeRole(agent));
        return "compte/mise-en-place";
    }

    private String gestion(Agent agent, Model model) {
        decrire(facteur, agent, model);
        return "compte/second-facteur";
    }

    /** A device in the list. */
    record AppareilEcran(UUID id, String libelle, String detail) {}

    static void decrire(SecondFacteur facteur, Agent agent, Model model) {
        model.addAttribute("facteurActif", facteur.actif());
        model.addAttribute("facteurEnPlace", facteur.actif() && facteur.enPlace(agent));
        model.addAttribute("facteurObligatoire", facteur.exigeParLeRole(agent));
        model.addAttribute("codesRestants", facteur.actif() ? facteur.codesRestants(agent) : 0);
        model.addAttribute(
                "appareils",
                facteur.appareils(agent).stream()
                        .map(a -> new AppareilEcran(
                                a.id(),
                                a.libelle(),
                                "depuis le " + Mots.moment(a.connuLe()) + ", jusqu’au " + Mots.moment(a.expireLe())))
                        .toList());
    }
}
