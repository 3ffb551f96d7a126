package fr.jalon.web.corbeille;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Introuvable;
import fr.jalon.corbeille.VueCorbeille;
import fr.jalon.corbeille.VuesCorbeille;
import fr.jalon.web.commun.Adresse;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import fr.jalon.web.corbeille.LectureDesFiltres.SansDisparus;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists kept under a name. */
@Controller
@RequestMapping("/corbeille/vues")
class VuesController {

    private final VuesCorbeille vues;
    private final LectureDesFiltres lecture;
    private final PageCorbeille page;
    private final Referentiel referentiel;

    VuesController(VuesCorbeille vues, LectureDesFiltres lecture, PageCorbeille page, Referentiel referentiel) {
        this.vues = vues;
        this.lecture = lecture;
        this.page = page;
        this.referentiel = referentiel;
    }

    /** A view as its own page lists it; {@code auteur} is null for one's own. */
    public record VueTenue(VueCorbeille vue, String auteur) {}

    @GetMapping
    String lister(@Appelant Agent agent, Model model) {
        List<VueTenue> tenues = vues.de(agent).stream()
                .map(v -> new VueTenue(
                        v, v.auteur().equals(agent.identifiant()) ? null : referentiel.nomAgent(v.auteur())))
                .toList();
        model.addAttribute("vues", tenues);
        model.addAttribute("retour", new Vues.Lien(ListeCorbeille.CHEMIN, "Corbeille"));
        return "corbeille/vues";
    }

    /** Opens its list, without what no published model has any more. */
    @GetMapping("/{id}")
    String ouvrir(@PathVariable String id, @Appelant Agent agent, RedirectAttributes suite) {
        SansDisparus reste = lecture.sansDisparus(
                ListeCorbeille.relire(vues.une(lire(id), agent).parametres()), agent);
        if (!reste.disparus().isEmpty()) {
            Flash.refus(
                    suite,
                    "Cette vue nommait ce qui n'existe plus, et le laisse de côté : "
                            + String.join(", ", reste.disparus()) + ".");
        }
        return "redirect:" + reste.liste().href();
    }

    @PostMapping
    String garder(
            @RequestParam(defaultValue = "") String liste,
            @RequestParam(defaultValue = "") String nom,
            @RequestParam(defaultValue = "") String partagee,
            @Appelant Agent agent,
            HttpSession session,
            Model model,
            RedirectAttributes suite) {
        ListeCorbeille retour = ListeCorbeille.relire(liste);
        model.addAttribute("nomDeVue", nom);
        model.addAttribute("partagee", partagee);
        return Saisies.essayer(
                model,
                champ -> "vue-" + champ,
                () -> {
                    Adresse gardee = retour.adresse().sans("page").sans("q");
                    vues.creer(nom, gardee.requete(), "oui".equals(partagee), agent);
                    Flash.ok(suite, "« " + nom.strip() + " » est gardée au-dessus de la corbeille.");
                    return "redirect:" + gardee.href();
                },
                () -> page.rendre(retour, agent, session, model));
    }

    @PostMapping("/{id}")
    String modifier(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String nom,
            @RequestParam(defaultValue = "") String partagee,
            @RequestParam(defaultValue = "0") int version,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        model.addAttribute("saisie", id);
        model.addAttribute("nomSaisi", nom);
        return Saisies.essayer(
                model,
                champ -> champ + "-" + id,
                () -> {
                    vues.modifier(lire(id), nom, "oui".equals(partagee), version, agent);
                    Flash.ok(suite, "« " + nom.strip() + " » est enregistrée.");
                    return "redirect:/corbeille/vues";
                },
                () -> lister(agent, model));
    }

    @PostMapping("/{id}/retrait")
    String retirer(@PathVariable String id, @Appelant Agent agent, Model model, RedirectAttributes suite) {
        return Saisies.essayer(
                model,
                () -> {
                    String nom = vues.une(lire(id), agent).nom();
                    vues.retirer(lire(id), agent);
                    Flash.ok(suite, "« " + nom + " » est retirée.");
                    return "redirect:/corbeille/vues";
                },
                () -> lister(agent, model));
    }

    private static UUID lire(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new Introuvable("Cette vue n'existe pas.");
        }
    }
}
