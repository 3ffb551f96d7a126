package fr.jalon.web.budget;

import fr.jalon.agent.Agent;
import fr.jalon.budget.Cloture;
import fr.jalon.commun.Centimes;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Page;
import fr.jalon.web.commun.Adresse;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Vues;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The closing of a year: what it would do, a choice for each commitment, the act. */
@Controller
@RequestMapping("/budget/cloture")
class ClotureController {

    private static final int TAILLE = 50;

    private final Cloture cloture;
    private final Horloge horloge;

    ClotureController(Cloture cloture, Horloge horloge) {
        this.cloture = cloture;
        this.horloge = horloge;
    }

    record Ligne(
            String enveloppe,
            int engagements,
            String reporte,
            String rattache,
            String libere,
            String reserve,
            String perdu) {}

    record Engagement(
            String numero, String source, String reste, String certifie, String choix, String autre, String geste) {}

    @GetMapping
    String montrer(
            @RequestParam(required = false) String exercice, @RequestParam(defaultValue = "0") int page, Model model) {
        int annee = Annee.lire(exercice, horloge);
        model.addAttribute("annee", annee);
        model.addAttribute(
                "lignes",
                cloture.apercu(annee).stream().map(ClotureController::ligne).toList());
        Page<Cloture.Restant> restants = cloture.restants(annee, page, TAILLE);
        model.addAttribute(
                "engagements",
                restants.elements().stream().map(ClotureController::engagement).toList());
        model.addAttribute(
                "page", new Adresse("/budget/cloture", Map.of("exercice", Integer.toString(annee))).pages(restants));
        model.addAttribute("possible", !horloge.aujourdhui().isBefore(cloture.possibleLe(annee)));
        model.addAttribute("possibleLe", Mots.jour(cloture.possibleLe(annee)));
        model.addAttribute("retour", new Vues.Lien("/budget?exercice=" + annee, "Budget " + annee));
        return "budget/cloture";
    }

    private static Ligne ligne(Cloture.Apercu a) {
        return new Ligne(
                a.enveloppe().libelle(),
                a.engagements(),
                Centimes.enFrancais(a.reporte()),
                Centimes.enFrancais(a.rattache()),
                Centimes.enFrancais(a.libere()),
                Centimes.enFrancais(a.reserve()),
                Centimes.enFrancais(a.perdu()));
    }

    private static Engagement engagement(Cloture.Restant r) {
        Cloture.Choix autre = r.choix() == Cloture.Choix.REPORTER ? Cloture.Choix.LIBERER : Cloture.Choix.REPORTER;
        return new Engagement(
                r.numero(),
                r.source(),
                Centimes.enFrancais(r.reste()),
                Centimes.enFrancais(r.certifie()),
                r.choix() == Cloture.Choix.REPORTER ? "Sera reporté" : "Sera libéré",
                autre.name(),
                autre.libelle());
    }

    @PostMapping("/choix")
    String choisir(@RequestParam Map<String, String> saisie, @Appelant Agent agent, RedirectAttributes suite) {
        int annee = Annee.lire(saisie.get("exercice"), horloge);
        for (Cloture.Choix choix : Cloture.Choix.values()) {
            if (choix.name().equals(saisie.get("choix"))) {
                cloture.choisir(saisie.getOrDefault("engagement", ""), choix, agent.identifiant());
                Flash.ok(suite, "Le choix est enregistré pour l'engagement " + saisie.get("engagement") + ".");
            }
        }
        return "redirect:/budget/cloture?exercice=" + annee;
    }

    @PostMapping
    String cloturer(@RequestParam(required = false) String exercice, @Appelant Agent agent, RedirectAttributes suite) {
        int annee = Annee.lire(exercice, horloge);
        try {
            cloture.cloturer(annee, agent.identifiant());
            Flash.ok(suite, "L'exercice " + annee + " est clos.");
        } catch (Conflit e) {
            Flash.refus(suite, e.getMessage());
        }
        return "redirect:/budget/cloture?exercice=" + annee;
    }
}
