package fr.jalon.web.partenaire;

import fr.jalon.agent.TropDEssais;
import fr.jalon.prescription.LienInvalide;
import fr.jalon.prescription.LiensDeReponse;
import fr.jalon.web.commun.Saisies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The answer of a partner without an account, by a link that works once. Reading uses nothing up; an answer that is refused leaves the
 * link valid. Whatever is wrong with a link, the page says the same.
 */
@Controller
class ReponseController {

    private final LiensDeReponse liens;
    private final EcranOrientation ecran;

    ReponseController(LiensDeReponse liens, EcranOrientation ecran) {
        this.liens = liens;
        this.ecran = ecran;
    }

    /** The address is the secret: no page that it opens is indexed, and none repeats it to what it loads or leads to. */
    @ModelAttribute
    void taire(HttpServletResponse reponse) {
        reponse.setHeader("X-Robots-Tag", "noindex, nofollow");
        reponse.setHeader("Referrer-Policy", "no-referrer");
    }

    @GetMapping("/reponse/{jeton}")
    String ouvrir(@PathVariable String jeton, HttpServletRequest requete, Model model) {
        return page(jeton, SaisieReponse.VIDE, requete, model);
    }

    @PostMapping("/reponse/{jeton}")
    String repondre(@PathVariable String jeton, SaisieReponse saisie, HttpServletRequest requete, Model model) {
        return Saisies.essayer(
                model,
                () -> {
                    liens.repondre(jeton, saisie.reponseLue(), requete.getRemoteAddr());
                    return "redirect:/reponse-enregistree";
                },
                () -> page(jeton, saisie, requete, model));
    }

    @GetMapping("/reponse-enregistree")
    String merci() {
        return "partenaire/reponse-enregistree";
    }

    private String page(String jeton, SaisieReponse saisie, HttpServletRequest requete, Model model) {
        ecran.remplir(liens.ouvrir(jeton, requete.getRemoteAddr()), saisie, model);
        model.addAttribute("jeton", jeton);
        return "partenaire/reponse";
    }

    @ExceptionHandler
    ModelAndView sur(LienInvalide e) {
        ModelAndView page = new ModelAndView("partenaire/lien-invalide");
        page.setStatus(org.springframework.http.HttpStatus.NOT_FOUND);
        return page;
    }

    @ExceptionHandler
    ModelAndView sur(TropDEssais e, HttpServletResponse reponse) {
        reponse.setHeader("Retry-After", Long.toString(e.secondes()));
        ModelAndView page = new ModelAndView("partenaire/lien-invalide");
        page.setStatus(org.springframework.http.HttpStatus.TOO_MANY_REQUESTS);
        page.addObject("minutes", (e.secondes() + 59) / 60);
        return page;
    }
}
