package fr.jalon.web.pilotage;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Antenne;
import fr.jalon.agent.Antennes;
import fr.jalon.agent.Comptes;
import fr.jalon.pilotage.Annotation;
import fr.jalon.pilotage.Annotations;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is to be known to read the weekly figures: written and taken away by those who direct. */
@Controller
@RequestMapping(AnnotationsController.CHEMIN)
class AnnotationsController {

    static final String CHEMIN = "/pilotage/annotations";

    private final Annotations annotations;
    private final Antennes antennes;
    private final Comptes comptes;

    AnnotationsController(Annotations annotations, Antennes antennes, Comptes comptes) {
        this.annotations = annotations;
        this.antennes = antennes;
        this.comptes = comptes;
    }

    /** One in words. */
    record Ligne(UUID id, String texte, String quand, String antenne, String auteur) {}

    @GetMapping
    String lister(Model model) {
        return page(Map.of(), model);
    }

    @PostMapping
    String ajouter(
            @RequestParam Map<String, String> champs, @Appelant Agent agent, Model model, RedirectAttributes suite) {
        return Saisies.essayer(
                model,
                () -> {
                    annotations.ajouter(
                            champs.get("du"), champs.get("au"), champs.get("antenne"), champs.get("texte"), agent);
                    Flash.ok(suite, "C’est noté : la page du pilotage le dit à côté des semaines.");
                    return "redirect:" + CHEMIN;
                },
                () -> page(champs, model));
    }

    @PostMapping("/{id}/retrait")
    String retirer(@PathVariable UUID id, @Appelant Agent agent, RedirectAttributes suite) {
        annotations.retirer(id, agent);
        Flash.dire(suite, new Vues.Message("ok", "L’annotation est retirée.", CHEMIN + "/" + id + "/retour"));
        return "redirect:" + CHEMIN;
    }

    @PostMapping("/{id}/retour")
    String remettre(@PathVariable UUID id, @Appelant Agent agent, RedirectAttributes suite) {
        annotations.remettre(id, agent);
        Flash.ok(suite, "L’annotation est remise.");
        return "redirect:" + CHEMIN;
    }

    private String page(Map<String, String> saisie, Model model) {
        Map<String, String> noms = antennes.toutes().stream().collect(Collectors.toMap(Antenne::code, Antenne::nom));
        model.addAttribute(
                "lignes", annotations.toutes().stream().map(a -> ligne(a, noms)).toList());
        List<Vues.Choix> choix = new ArrayList<>(List.of(new Vues.Choix("", "Toutes les antennes", null)));
        antennes.toutes().forEach(a -> choix.add(new Vues.Choix(a.code(), a.nom(), null)));
        model.addAttribute("antennes", choix);
        model.addAttribute("saisie", saisie);
        model.addAttribute("retour", new Vues.Lien("/pilotage", "Pilotage"));
        return "pilotage/annotations";
    }

    private Ligne ligne(Annotation a, Map<String, String> noms) {
        return new Ligne(
                a.id(),
                a.texte(),
                Mots.majuscule(TableauxDuTemps.jours(a.du(), a.au())),
                a.antenne() == null ? "Toutes les antennes" : noms.getOrDefault(a.antenne(), a.antenne()),
                comptes.parIdentifiant(a.auteur()).map(Agent::nomComplet).orElse(a.auteur()));
    }
}
