package fr.jalon.web.atelier;

import fr.jalon.agent.Agent;
import fr.jalon.atelier.LotVue;
import fr.jalon.atelier.Parametres;
import fr.jalon.atelier.PublicationRefusee;
import fr.jalon.atelier.SaisieDatee;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Dated parameters without the Modeler: what is in force, what was, new values from a day on. */
@Controller
@RequestMapping("/atelier/parametres")
class ParametresController {

    private final Parametres parametres;
    private final ParametresEcran ecran;

    ParametresController(Parametres parametres, ParametresEcran ecran) {
        this.parametres = parametres;
        this.ecran = ecran;
    }

    @GetMapping
    String lister(@Appelant Agent agent, Model model) {
        model.addAttribute(
                "cartes", parametres.tables(agent).stream().map(ecran::carte).toList());
        return "atelier/parametres";
    }

    /** @param le day chosen for new values, empty while none is */
    @GetMapping("/{cle}")
    String montrer(
            @PathVariable String cle, @RequestParam(defaultValue = "") String le, @Appelant Agent agent, Model model) {
        if (le.isBlank()) {
            return page(cle, null, Map.of(), agent, model);
        }
        model.addAttribute("le", le);
        return Saisies.essayer(
                model,
                () -> page(cle, parametres.jour(parametres.lire(cle, agent).table(), le), Map.of(), agent, model),
                () -> page(cle, null, Map.of(), agent, model));
    }

    @PostMapping("/{cle}")
    String deposer(
            @PathVariable String cle,
            @RequestParam Map<String, String> champs,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        SaisieDatee saisie = new SaisieDatee(
                champs.get("le"), champs.get("empreinte"), champs.get("source"), champs.get("certitude"), champs);
        return Saisies.essayer(
                model,
                () -> {
                    LotVue.Fichier brouillon =
                            ecrire(cle, saisie, agent).fichiers().get(0);
                    Flash.ok(suite, "Le brouillon est prêt : une autre personne doit le lire et le publier.");
                    return "redirect:/modeles/" + brouillon.cle() + "/versions/" + brouillon.version();
                },
                () -> reprendre(cle, saisie, agent, model));
    }

    private LotVue ecrire(String cle, SaisieDatee saisie, Agent agent) {
        try {
            return parametres.deposer(cle, saisie, agent);
        } catch (PublicationRefusee e) {
            throw new SaisieInvalide("", e.getMessage());
        }
    }

    /** The same form with all that was typed; without a day that holds, the form of the day alone. */
    private String reprendre(String cle, SaisieDatee saisie, Agent agent, Model model) {
        model.addAttribute("le", saisie.le());
        model.addAttribute("source", saisie.source());
        model.addAttribute("certitude", saisie.certitude());
        LocalDate des;
        try {
            des = parametres.jour(parametres.lire(cle, agent).table(), saisie.le());
        } catch (SaisieInvalide e) {
            des = null;
        }
        return page(cle, des, saisie.valeurs(), agent, model);
    }

    private String page(String cle, LocalDate des, Map<String, String> tapees, Agent agent, Model model) {
        Parametres.Lue lue = parametres.lire(cle, agent);
        model.addAttribute("cle", cle);
        model.addAttribute("titre", lue.table().nom());
        model.addAttribute("description", lue.table().description());
        model.addAttribute("retour", new Vues.Lien("/atelier/parametres", "Les paramètres datés"));
        model.addAttribute("histoires", ecran.histoires(lue.table()));
        model.addAttribute("brouillon", lue.brouillon());
        model.addAttribute("empreinte", lue.empreinte());
        model.addAttribute("des", des);
        model.addAttribute("desEnMots", des == null ? null : Horloge.enMots(des));
        model.addAttribute("groupes", des == null ? List.of() : ecran.champs(lue.table(), des, tapees));
        model.addAttribute("certitudes", ecran.certitudes(lue.table()));
        model.addAttribute("ouiNon", List.of(new Vues.Choix("oui", "Oui", null), new Vues.Choix("non", "Non", null)));
        model.addAttribute("acteLarge", des != null);
        return "atelier/parametre";
    }
}
