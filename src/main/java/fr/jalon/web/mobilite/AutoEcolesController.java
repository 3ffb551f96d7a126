package fr.jalon.web.mobilite;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.mobilite.AutoEcole;
import fr.jalon.mobilite.ReseauAutoEcoles;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The solidarity network of driving schools: read by who instructs, kept up by the responsable des dispositifs. */
@Controller
@RequestMapping("/auto-ecoles")
class AutoEcolesController {

    private final ReseauAutoEcoles reseau;

    AutoEcolesController(ReseauAutoEcoles reseau) {
        this.reseau = reseau;
    }

    @GetMapping
    String lister(@Appelant Agent agent, Model model) {
        model.addAttribute("tient", agent.a(Role.RESPONSABLE_DISPOSITIFS));
        model.addAttribute(
                "lignes", reseau.toutes().stream().map(LigneAutoEcole::de).toList());
        return "mobilite/auto-ecoles";
    }

    @GetMapping("/nouvelle")
    String nouvelle(Model model) {
        return page("/auto-ecoles", Map.of("membre", "oui"), "Ajouter une auto-école", model);
    }

    @PostMapping
    String ajouter(
            @RequestParam Map<String, String> saisie, @Appelant Agent agent, Model model, RedirectAttributes suite) {
        return enregistrer(UUID.randomUUID(), "/auto-ecoles", "Ajouter une auto-école", saisie, agent, model, suite);
    }

    @GetMapping("/{id}")
    String montrer(@PathVariable UUID id, Model model) {
        AutoEcole ecole = reseau.parId(id);
        return page("/auto-ecoles/" + id, SaisieAutoEcole.relue(ecole), ecole.nom(), model);
    }

    @PostMapping("/{id}")
    String changer(
            @PathVariable UUID id,
            @RequestParam Map<String, String> saisie,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        String nom = reseau.parId(id).nom();
        return enregistrer(id, "/auto-ecoles/" + id, nom, saisie, agent, model, suite);
    }

    private String enregistrer(
            UUID id,
            String adresse,
            String titre,
            Map<String, String> saisie,
            Agent agent,
            Model model,
            RedirectAttributes suite) {
        return Saisies.essayer(
                model,
                UnaryOperator.identity(),
                () -> {
                    reseau.enregistrer(SaisieAutoEcole.lire(id, saisie), agent);
                    Flash.ok(suite, "L’auto-école est enregistrée.");
                    return "redirect:/auto-ecoles";
                },
                () -> page(adresse, saisie, titre, model));
    }

    private static String page(String adresse, Map<String, String> saisie, String titre, Model model) {
        model.addAttribute("adresse", adresse);
        model.addAttribute("titreDeLaPage", titre);
        model.addAttribute("saisie", saisie);
        model.addAttribute("retour", new Vues.Lien("/auto-ecoles", "Auto-écoles solidaires"));
        return "mobilite/auto-ecole";
    }
}
