package fr.jalon.web.usager;

import fr.jalon.agent.Agent;
import fr.jalon.usager.Doublon;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A new person: likely duplicates are shown before anything is written. */
@Controller
@RequestMapping("/usagers/nouvelle")
class CreationController {

    private final Personnes personnes;
    private final ChoixPersonne choix;

    CreationController(Personnes personnes, ChoixPersonne choix) {
        this.personnes = personnes;
        this.choix = choix;
    }

    /** Somebody who may be the same person. */
    record DoublonEcran(UUID id, String nom, String naissance, String adresse, String raison) {}

    @GetMapping
    String formulaire(Model model) {
        return page(SaisiePersonne.vide(), model);
    }

    @PostMapping
    String creer(
            SaisiePersonne saisie,
            @RequestParam(defaultValue = "") String confirmer,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        List<Doublon> doublons = personnes.doublons(saisie.fiche());
        if (!doublons.isEmpty() && !confirmer.equals("oui")) {
            model.addAttribute(
                    "doublons", doublons.stream().map(CreationController::ecran).toList());
            model.addAttribute("doublonCertain", doublons.stream().anyMatch(Doublon::certain));
            return page(saisie, model);
        }
        return Saisies.essayer(
                model,
                () -> {
                    PersonneVue creee = personnes.creer(saisie.fiche(), agent);
                    Flash.ok(suite, "La fiche de " + creee.nomComplet() + " est créée.");
                    return "redirect:/usagers/" + creee.id();
                },
                () -> page(saisie, model));
    }

    private String page(SaisiePersonne saisie, Model model) {
        model.addAttribute("saisie", saisie);
        model.addAttribute("retour", new Vues.Lien("/usagers", "Les personnes"));
        choix.remplir(model);
        return "usager/nouvelle";
    }

    private static DoublonEcran ecran(Doublon doublon) {
        PersonneVue p = doublon.personne();
        return new DoublonEcran(
                p.id(),
                p.nom() + " " + p.prenoms(),
                Mots.jour(p.dateNaissance()),
                p.adresse().replaceAll("\\s*\\n\\s*", ", "),
                doublon.raison());
    }
}
