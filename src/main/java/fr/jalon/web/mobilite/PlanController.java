package fr.jalon.web.mobilite;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Centimes;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.mobilite.EtatEtape;
import fr.jalon.mobilite.PlansDeMobilite;
import fr.jalon.usager.Personnes;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
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

/** The mobility plan of a person: her diagnosis, her steps, what they cost until their result. */
@Controller
@RequestMapping("/usagers/{id}/mobilite")
class PlanController {

    private final PlansDeMobilite plans;
    private final Personnes personnes;

    PlanController(PlansDeMobilite plans, Personnes personnes) {
        this.plans = plans;
        this.personnes = personnes;
    }

    @GetMapping
    String montrer(@PathVariable UUID id, @Appelant Agent agent, Model model) {
        return page(id, Map.of(), agent, model);
    }

    @PostMapping("/diagnostic")
    String diagnostiquer(
            @PathVariable UUID id,
            @RequestParam Map<String, String> reponses,
            @Appelant Agent agent,
            RedirectAttributes suite) {
        plans.diagnostiquer(id, reponses, agent);
        Flash.ok(suite, "Le diagnostic de mobilité est enregistré.");
        return "redirect:/usagers/" + id + "/mobilite";
    }

    @PostMapping("/etapes")
    String ajouter(
            @PathVariable UUID id,
            @RequestParam Map<String, String> saisie,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        return Saisies.essayer(
                model,
                () -> {
                    String cout = Textes.ouNull(saisie.get("cout"));
                    plans.ajouter(
                            id,
                            saisie.get("sorte"),
                            cout == null ? null : (Long) Centimes.lire("cout", cout),
                            saisie.get("financeur"),
                            agent);
                    Flash.ok(suite, "L’étape est dans le plan.");
                    return "redirect:/usagers/" + id + "/mobilite";
                },
                () -> page(id, saisie, agent, model));
    }

    @PostMapping("/avancement")
    String noter(
            @PathVariable UUID id,
            @RequestParam Map<String, String> saisie,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        return Saisies.essayer(
                model,
                () -> {
                    plans.noter(id, etape(saisie), etat(saisie), saisie.get("resultat"), agent);
                    Flash.ok(suite, "L’avancement est noté.");
                    return "redirect:/usagers/" + id + "/mobilite";
                },
                () -> page(id, saisie, agent, model));
    }

    private static UUID etape(Map<String, String> saisie) {
        try {
            return UUID.fromString(saisie.getOrDefault("etape", ""));
        } catch (IllegalArgumentException e) {
            throw new SaisieInvalide("etape", "Choisissez une étape du plan.");
        }
    }

    private static EtatEtape etat(Map<String, String> saisie) {
        return Arrays.stream(EtatEtape.values())
                .filter(e -> e.name().equals(saisie.get("etat")))
                .findFirst()
                .orElseThrow(() -> new SaisieInvalide("etat", "Dites où en est l’étape."));
    }

    private String page(UUID id, Map<String, String> saisie, Agent agent, Model model) {
        PlanEcran plan = PlanEcran.de(plans.de(id, agent));
        model.addAttribute("plan", plan);
        model.addAttribute("saisie", saisie);
        model.addAttribute("adresse", "/usagers/" + id + "/mobilite");
        model.addAttribute("ecrit", agent.aUnDe(Role.ALI, Role.RESPONSABLE_ANTENNE));
        model.addAttribute(
                "sortes",
                plans.sortes().entrySet().stream()
                        .map(s -> new Vues.Choix(s.getKey(), s.getValue(), null))
                        .toList());
        model.addAttribute(
                "etats",
                Arrays.stream(EtatEtape.values())
                        .map(e -> new Vues.Choix(e.name(), e.libelle(), null))
                        .toList());
        String nom = personnes.parId(id).nomComplet();
        model.addAttribute("nom", nom);
        model.addAttribute("retour", new Vues.Lien("/usagers/" + id, nom));
        return "mobilite/plan";
    }
}
