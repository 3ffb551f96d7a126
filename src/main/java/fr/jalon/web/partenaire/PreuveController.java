package fr.jalon.web.partenaire;

import fr.jalon.agent.TropDEssais;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.dispositif.LienDePreuveInvalide;
import fr.jalon.dispositif.LiensDePreuve;
import fr.jalon.dispositif.PreuveApportee;
import fr.jalon.dispositif.PreuvesParLien;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page of a body that is paid: by a link that works once it brings a proof, and reads how long its payments take. Reading uses nothing
 * up; a proof that is refused leaves the link valid. Whatever is wrong with a link, the page says the same.
 */
@Controller
class PreuveController {

    private final LiensDePreuve liens;

    PreuveController(LiensDePreuve liens) {
        this.liens = liens;
    }

    /** What a body types. */
    record SaisiePreuve(String etape, String heures, String preuve) {

        static final SaisiePreuve VIDE = new SaisiePreuve(null, null, null);

        /** @throws SaisieInvalide on {@code heures} when they are no whole number */
        PreuveApportee lue() {
            return new PreuveApportee(etape, heuresLues(), preuve);
        }

        private Integer heuresLues() {
            String nettes = Textes.ouNull(heures);
            if (nettes == null) {
                return null;
            }
            if (!nettes.matches("\\d{1,5}")) {
                throw new SaisieInvalide("heures", "Donnez les heures en nombre entier, par exemple 140.");
            }
            return Integer.valueOf(nettes);
        }
    }

    /** The address is the secret: no page that it opens is indexed, and none repeats it to what it loads or leads to. */
    @ModelAttribute
    void taire(HttpServletResponse reponse) {
        reponse.setHeader("X-Robots-Tag", "noindex, nofollow");
        reponse.setHeader("Referrer-Policy", "no-referrer");
    }

    @GetMapping("/preuve/{jeton}")
    String ouvrir(@PathVariable String jeton, HttpServletRequest requete, Model model) {
        return page(jeton, SaisiePreuve.VIDE, requete, model);
    }

    @PostMapping("/preuve/{jeton}")
    String apporter(@PathVariable String jeton, SaisiePreuve saisie, HttpServletRequest requete, Model model) {
        return Saisies.essayer(
                model,
                () -> {
                    liens.apporter(jeton, saisie.lue(), requete.getRemoteAddr());
                    return "redirect:/preuve-enregistree";
                },
                () -> page(jeton, saisie, requete, model));
    }

    @GetMapping("/preuve-enregistree")
    String merci() {
        return "partenaire/preuve-enregistree";
    }

    private String page(String jeton, SaisiePreuve saisie, HttpServletRequest requete, Model model) {
        PreuvesParLien.Attendue attendue = liens.ouvrir(jeton, requete.getRemoteAddr());
        model.addAttribute("attendue", attendue);
        model.addAttribute(
                "etapes",
                attendue.etapes().stream()
                        .map(e -> new Vues.Choix(e.code(), e.libelle(), null))
                        .toList());
        model.addAttribute("saisie", saisie);
        model.addAttribute("jeton", jeton);
        return "partenaire/preuve";
    }

    @ExceptionHandler
    ModelAndView sur(LienDePreuveInvalide e) {
        ModelAndView page = new ModelAndView("partenaire/lien-invalide");
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }

    @ExceptionHandler
    ModelAndView sur(TropDEssais e, HttpServletResponse reponse) {
        reponse.setHeader("Retry-After", Long.toString(e.secondes()));
        ModelAndView page = new ModelAndView("partenaire/lien-invalide");
        page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
        page.addObject("minutes", (e.secondes() + 59) / 60);
        return page;
    }
}
