package fr.jalon.web.dossier;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.courrier.ModelesCourrier;
import fr.jalon.dossier.Dossiers;
import fr.jalon.moteur.Apercus;
import fr.jalon.moteur.TacheVue;
import fr.jalon.moteur.Taches;
import fr.jalon.web.commun.ApercuEnSession;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import fr.jalon.web.corbeille.ListeCorbeille;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

@Controller
@RequestMapping("/taches/{id}")
class TachesController {

    /** When the letter of a step was last previewed in this session. */
    private static final String APERCU = "jalon.apercu-vu.";

    private final Taches taches;
    private final ModelesCourrier modeles;
    private final Horloge horloge;
    private final Dossiers dossiers;
    private final Apercus apercus;
    private final SuiteDeTache suites;
    private final PageTache page;
    private final ObjectMapper json;

    TachesController(
            Taches taches,
            ModelesCourrier modeles,
            Horloge horloge,
            Dossiers dossiers,
            Apercus apercus,
            SuiteDeTache suites,
            PageTache page,
            ObjectMapper json) {
        this.taches = taches;
        this.modeles = modeles;
        this.horloge = horloge;
        this.dossiers = dossiers;
        this.apercus = apercus;
        this.suites = suites;
        this.page = page;
        this.json = json;
    }

    @GetMapping
    String montrer(
            @PathVariable String id,
            @RequestParam Map<String, String> parametres,
            @Appelant Agent agent,
            HttpSession session,
            Model model) {
        return page.rendre(id, ListeCorbeille.lire(parametres), agent, session, model);
    }

    @PostMapping("/prise")
    String prendre(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String liste,
            @Appelant Agent agent,
            RedirectAttributes suite) {
        ListeCorbeille retour = ListeCorbeille.relire(liste);
        try {
            taches.prendre(id, agent);
        } catch (Conflit e) {
            Flash.refus(suite, e.getMessage());
        }
        return "redirect:" + retour.hrefTache(id);
    }

    @PostMapping("/depot")
    String rendre(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String liste,
            @RequestParam(name = "rendre-motif", required = false) String motif,
            @Appelant Agent agent,
            RedirectAttributes suite) {
        ListeCorbeille retour = ListeCorbeille.relire(liste);
        try {
            taches.deposer(id, motif, agent);
            Flash.ok(suite, "La tâche est de nouveau à prendre.");
        } catch (Conflit e) {
            Flash.refus(suite, e.getMessage());
        }
        return "redirect:" + retour.href();
    }

    @PostMapping("/reaffectation")
    String confier(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String liste,
            @RequestParam(name = "confier-agent", defaultValue = "") String destinataire,
            @RequestParam(name = "confier-motif", defaultValue = "") String motif,
            @Appelant Agent agent,
            HttpSession session,
            Model model,
            RedirectAttributes suite) {
        ListeCorbeille retour = ListeCorbeille.relire(liste);
        model.addAttribute("confierAgent", destinataire);
        model.addAttribute("confierMotif", motif);
        return Saisies.essayer(
                model,
                champ -> "confier-" + champ,
                () -> {
                    taches.reaffecter(id, destinataire, motif, agent);
                    Flash.ok(suite, "La tâche est confiée.");
                    return "redirect:" + retour.href();
                },
                () -> page.rendre(id, retour, agent, session, model));
    }

    /** The step done, or the same form with each fault at its field and nothing typed lost. */
    @PostMapping("/achevement")
    String achever(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String liste,
            @RequestParam String donnees,
            @Appelant Agent agent,
            HttpSession session,
            HttpServletResponse reponse,
            Model model,
            RedirectAttributes suite) {
        ListeCorbeille retour = ListeCorbeille.relire(liste);
        try {
            TacheVue tache = taches.tache(id, agent);
            exigerLeMemeApercu(id, session);
            Optional<String> voisine = suites.voisine(id, retour, session, agent);
            taches.achever(id, lire(donnees), agent);
            String numero = dossiers.parId(tache.dossierId()).numero();
            Vues.Lien lien = suites.apres(tache.dossierId(), voisine, retour, agent)
                    .orElse(new Vues.Lien("/dossiers/" + numero, "Revoir le dossier"));
            Flash.dire(
                    suite,
                    new Vues.Message(
                            "ok",
                            "Étape faite : " + tache.libelle() + ", dossier " + numero + ".",
                            null,
                            lien.href(),
                            lien.libelle()));
            return "redirect:" + retour.href();
        } catch (SaisieInvalide e) {
            reponse.setStatus(422);
            model.addAttribute("donnees", donnees);
            model.addAttribute("erreursForm", Saisies.erreurs(e, UnaryOperator.identity()));
            return page.rendre(id, retour, agent, session, model);
        } catch (Conflit e) {
            Flash.refus(suite, e.getMessage());
            return "redirect:" + retour.hrefTache(id);
        }
    }

    /** The letter that these answers would send, in its own tab: the form stays as it is. */
    @PostMapping("/apercu")
    String apercu(
            @PathVariable String id,
            @RequestParam String donnees,
            @Appelant Agent agent,
            HttpSession session,
            Model model) {
        TacheVue tache = taches.tache(id, agent);
        model.addAttribute("titre", "Aperçu du courrier");
        try {
            Optional<byte[]> pdf = apercus.rediger(tache, lire(donnees), agent);
            if (pdf.isPresent()) {
                session.setAttribute(APERCU + id, horloge.maintenant());
                return "redirect:/apercus/" + ApercuEnSession.garder(session, tache.libelle(), pdf.get());
            }
            model.addAttribute("message", "Avec ces réponses, aucun courrier ne part à cette étape.");
        } catch (SaisieInvalide e) {
            model.addAttribute("message", e.erreurs().get(0).message());
        } catch (Conflit e) {
            model.addAttribute("message", e.getMessage());
        }
        return "dossier/sans-apercu";
    }

    /** What was previewed is what is written: when a template changed meanwhile, the letter is read again before the step ends. */
    private void exigerLeMemeApercu(String id, HttpSession session) {
        if (!(session.getAttribute(APERCU + id) instanceof Instant vu)) {
            return;
        }
        List<String> changes = modeles.changesDepuis(vu);
        if (!changes.isEmpty()) {
            throw new SaisieInvalide(
                    "",
                    "Un modèle de courrier a changé depuis votre aperçu (" + String.join(", ", changes)
                            + "). Demandez l'aperçu de nouveau, puis terminez l'étape.");
        }
    }

    private Map<String, Object> lire(String donnees) {
        try {
            return json.readValue(donnees, new TypeReference<Map<String, Object>>() {});
        } catch (JacksonException e) {
            throw new SaisieInvalide("", "Les réponses n'ont pas pu être lues. Rechargez la page, puis recommencez.");
        }
    }
}
