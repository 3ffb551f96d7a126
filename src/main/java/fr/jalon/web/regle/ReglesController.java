package fr.jalon.web.regle;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.decision.Confirmations;
import fr.jalon.decision.Confirmations.Rangee;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Vues;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The rules that are not sure: what each rests on, who confirmed it, the form that confirms it. */
@Controller
class ReglesController {

    private final Confirmations confirmations;

    ReglesController(Confirmations confirmations) {
        this.confirmations = confirmations;
    }

    /**
     * @param ancre id of the row on the page
     * @param erreur what is wrong with the typed source, null for nothing
     */
    record RangeeEcran(
            String cle,
            String regle,
            String ancre,
            String annotation,
            List<String> cellules,
            String confirmation,
            String source,
            String saisie,
            String erreur) {}

    @GetMapping("/regles")
    String lister(@RequestParam(defaultValue = "") String table, Model model) {
        return page(table, null, null, null, model);
    }

    @PostMapping("/regles/confirmation")
    String confirmer(
            @RequestParam String cle,
            @RequestParam String regle,
            @RequestParam(defaultValue = "") String source,
            @Appelant Agent agent,
            RedirectAttributes suite,
            Model model) {
        try {
            confirmations.confirmer(cle, regle, source, agent);
            Flash.ok(suite, "La règle est confirmée. Les courriers peuvent l’imprimer.");
        } catch (SaisieInvalide e) {
            return page(cle, regle, source, e.erreurs().get(0).message(), model);
        } catch (Introuvable e) {
            Flash.refus(suite, e.getMessage());
        }
        return "redirect:" + adresse(cle);
    }

    @PostMapping("/regles/confirmation/retrait")
    String retirer(
            @RequestParam String cle, @RequestParam String regle, @Appelant Agent agent, RedirectAttributes suite) {
        confirmations.retirer(cle, regle, agent);
        Flash.ok(suite, "La confirmation est retirée : la règle est de nouveau à confirmer.");
        return "redirect:" + adresse(cle);
    }

    private static String adresse(String cle) {
        return UriComponentsBuilder.fromPath("/regles")
                .queryParam("table", cle)
                .encode()
                .toUriString();
    }

    private String page(String table, String regle, String saisie, String erreur, Model model) {
        List<Rangee> toutes = confirmations.rangees();
        model.addAttribute(
                "tables",
                toutes.stream()
                        .map(r -> new Vues.Choix(r.rangee().cle(), r.rangee().libelle(), null))
                        .distinct()
                        .toList());
        model.addAttribute("table", table);
        model.addAttribute(
                "aConfirmer",
                toutes.stream().filter(r -> r.confirmation() == null).count());
        model.addAttribute(
                "rangees",
                toutes.stream()
                        .filter(r -> table.isEmpty()
                                ? r.confirmation() == null
                                : r.rangee().cle().equals(table))
                        .map(r -> ecran(r, regle, saisie, erreur))
                        .toList());
        return "regle/regles";
    }

    private static RangeeEcran ecran(Rangee rangee, String regle, String saisie, String erreur) {
        boolean concernee = rangee.rangee().regle().equals(regle);
        return new RangeeEcran(
                rangee.rangee().cle(),
                rangee.rangee().regle(),
                rangee.rangee().cle() + "-" + rangee.rangee().regle(),
                rangee.rangee().annotation(),
                rangee.rangee().cellules(),
                rangee.confirmation() == null
                        ? null
                        : "Confirmée par " + rangee.confirmation().par() + " le "
                                + Mots.moment(rangee.confirmation().quand()),
                rangee.confirmation() == null ? null : rangee.confirmation().source(),
                concernee ? saisie : "",
                concernee ? erreur : null);
    }
}
