package fr.jalon.web.budget;

import fr.jalon.agent.Agent;
import fr.jalon.budget.Credits;
import fr.jalon.budget.EnveloppeVue;
import fr.jalon.budget.Enveloppes;
import fr.jalon.commun.Centimes;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What changes the vote in the year: a décision modificative, a transfer between two envelopes. */
@Controller
@RequestMapping("/budget/credits")
class CreditsController {

    private final Credits credits;
    private final Enveloppes enveloppes;
    private final Horloge horloge;

    CreditsController(Credits credits, Enveloppes enveloppes, Horloge horloge) {
        this.credits = credits;
        this.enveloppes = enveloppes;
        this.horloge = horloge;
    }

    @GetMapping
    String montrer(@RequestParam(required = false) String exercice, Model model) {
        return page(Annee.lire(exercice, horloge), Map.of(), model);
    }

    @PostMapping("/modification")
    String modifier(
            @RequestParam Map<String, String> saisie, @Appelant Agent agent, Model model, RedirectAttributes suite) {
        return faire(saisie, model, suite, () -> {
            String sens = saisie.getOrDefault("sens", "");
            if (!sens.equals("PLUS") && !sens.equals("MOINS")) {
                throw new SaisieInvalide("sens", "Dites si le crédit augmente ou diminue.");
            }
            long centimes = Centimes.lire("montant", saisie.get("montant"));
            String id = enveloppe("enveloppe", saisie);
            String numero = credits.modifier(
                    id, sens.equals("PLUS") ? centimes : -centimes, saisie.get("acte"), agent.identifiant());
            return "La décision modificative est enregistrée : " + numero + ".";
        });
    }

    @PostMapping("/virement")
    String virer(
            @RequestParam Map<String, String> saisie, @Appelant Agent agent, Model model, RedirectAttributes suite) {
        return Saisies.essayer(
                model,
                champ -> champ.equals("montant") ? "montantVire" : champ.equals("acte") ? "acteVirement" : champ,
                () -> {
                    long centimes = Centimes.lire("montant", saisie.get("montantVire"));
                    String numero = credits.virer(
                            enveloppe("de", saisie),
                            enveloppe("vers", saisie),
                            centimes,
                            saisie.get("acteVirement"),
                            agent.identifiant());
                    Flash.ok(suite, "Le virement est enregistré : " + numero + ".");
                    return "redirect:/budget?exercice=" + annee(saisie);
                },
                () -> page(annee(saisie), saisie, model));
    }

    private String enveloppe(String champ, Map<String, String> saisie) {
        try {
            return enveloppes.parId(saisie.getOrDefault(champ, "")).id();
        } catch (Introuvable e) {
            throw new SaisieInvalide(champ, "Choisissez une enveloppe.");
        }
    }

    private String faire(Map<String, String> saisie, Model model, RedirectAttributes suite, Supplier<String> acte) {
        return Saisies.essayer(
                model,
                () -> {
                    Flash.ok(suite, acte.get());
                    return "redirect:/budget?exercice=" + annee(saisie);
                },
                () -> page(annee(saisie), saisie, model));
    }

    private int annee(Map<String, String> saisie) {
        return Annee.lire(saisie.get("exercice"), horloge);
    }

    private String page(int annee, Map<String, String> saisie, Model model) {
        List<EnveloppeVue> lues = enveloppes.lister(annee);
        model.addAttribute("annee", annee);
        model.addAttribute("saisie", saisie);
        model.addAttribute(
                "choix",
                lues.stream()
                        .map(e -> new Vues.Choix(
                                e.id(),
                                e.libelle() + " (disponible : "
                                        + Centimes.enFrancais(e.chiffres().libre()) + ")",
                                null))
                        .toList());
        model.addAttribute(
                "sens",
                List.of(
                        new Vues.Choix("PLUS", "Le crédit augmente", null),
                        new Vues.Choix("MOINS", "Le crédit diminue", "Au plus ce qui est disponible.")));
        model.addAttribute("retour", new Vues.Lien("/budget?exercice=" + annee, "Budget " + annee));
        return "budget/credits";
    }
}
