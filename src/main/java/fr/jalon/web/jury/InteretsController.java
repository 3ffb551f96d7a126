package fr.jalon.web.jury;

import fr.jalon.agent.Agent;
import fr.jalon.jury.Interet;
import fr.jalon.jury.Interets;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import fr.jalon.web.courrier.DateSaisie;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a member is tied to, said by itself once a year and when it changes. */
@Controller
@RequestMapping(InteretsController.CHEMIN)
class InteretsController {

    static final String CHEMIN = "/mes-interets";

    private final Interets interets;

    InteretsController(Interets interets) {
        this.interets = interets;
    }

    /** A declared tie. */
    record Ligne(UUID id, String organisme, String lien, String siret, String quand, boolean tient) {}

    @GetMapping
    String lister(@Appelant Agent agent, Model model) {
        return page(Map.of(), agent, model);
    }

    @PostMapping
    String declarer(
            @RequestParam Map<String, String> champs, @Appelant Agent agent, Model model, RedirectAttributes suite) {
        return Saisies.essayer(
                model,
                () -> {
                    interets.declarer(champs.get("nature"), champs.get("organisme"), champs.get("siret"), agent);
                    Flash.ok(suite, "Le lien est déclaré.");
                    return "redirect:" + CHEMIN;
                },
                () -> page(champs, agent, model));
    }

    @PostMapping("/{id}/fin")
    String terminer(@PathVariable UUID id, @Appelant Agent agent, RedirectAttributes suite) {
        interets.terminer(id, agent);
        Flash.ok(suite, "Ce lien est noté comme terminé.");
        return "redirect:" + CHEMIN;
    }

    @PostMapping("/identite")
    String direQuiJeSuis(
            @RequestParam Map<String, String> champs, @Appelant Agent agent, Model model, RedirectAttributes suite) {
        return Saisies.essayer(
                model,
                () -> {
                    interets.noterIdentite(
                            champs.get("adresse"), DateSaisie.facultative("naissance", champs.get("naissance")), agent);
                    Flash.ok(suite, "C’est gardé, chiffré. Vous seul le relisez.");
                    return "redirect:" + CHEMIN;
                },
                () -> page(champs, agent, model));
    }

    @PostMapping("/attestation")
    String attester(@Appelant Agent agent, RedirectAttributes suite) {
        interets.attester(agent);
        Flash.ok(suite, "Votre déclaration de l’année est faite.");
        return "redirect:" + CHEMIN;
    }

    private String page(Map<String, String> saisie, Agent agent, Model model) {
        model.addAttribute(
                "lignes",
                interets.de(agent.identifiant()).stream()
                        .map(InteretsController::ligne)
                        .toList());
        model.addAttribute(
                "natures",
                Arrays.stream(Interet.Nature.values())
                        .map(n -> new Vues.Choix(n.name(), n.libelle(), null))
                        .toList());
        model.addAttribute(
                "attestee",
                interets.declarationDeLAnnee(agent.identifiant())
                        .map(Mots::moment)
                        .orElse(null));
        model.addAttribute(
                "identite", interets.identite(agent.identifiant()).orElse(new Interets.Identite(null, null)));
        model.addAttribute("saisie", saisie);
        return "jury/interets";
    }

    private static Ligne ligne(Interet i) {
        return new Ligne(
                i.id(),
                i.organisme(),
                i.nature().libelle(),
                i.siret(),
                "Déclaré le " + Mots.moment(i.declareLe())
                        + (i.tient() ? "" : ", terminé le " + Mots.moment(i.finLe())),
                i.tient());
    }
}
