package fr.jalon.web.usager;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Ecritures;
import fr.jalon.usager.Doublon;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.RecherchesEnSession;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import jakarta.servlet.http.HttpSession;
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

    private static final String VISITE = "visite";

    private final Personnes personnes;
    private final ChoixPersonne choix;

    CreationController(Personnes personnes, ChoixPersonne choix) {
        this.personnes = personnes;
        this.choix = choix;
    }

    /** Somebody who may be the same person. */
    record DoublonEcran(UUID id, String nom, String naissance, String adresse, String raison) {}

    /**
     * @param pour {@code visite} comes back to the visit with the person chosen
     * @param recherche key of the words that found nobody
     */
    @GetMapping
    String formulaire(
            @RequestParam(defaultValue = "") String pour,
            @RequestParam(required = false) String recherche,
            HttpSession session,
            Model model) {
        return page(SaisiePersonne.cherchee(RecherchesEnSession.mots(session, recherche)), pour, model);
    }

    @PostMapping
    String creer(
            SaisiePersonne saisie,
            @RequestParam(defaultValue = "") String confirmer,
            @RequestParam(defaultValue = "") String pour,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        List<Doublon> doublons = personnes.doublons(saisie.fiche(), agent);
        if (!doublons.isEmpty() && !confirmer.equals("oui")) {
            model.addAttribute(
                    "doublons", doublons.stream().map(CreationController::ecran).toList());
            model.addAttribute("doublonCertain", doublons.stream().anyMatch(Doublon::certain));
            return page(saisie, pour, model);
        }
        return Saisies.essayer(
                model,
                () -> {
                    PersonneVue creee = personnes.creer(saisie.fiche(), agent);
                    Flash.ok(
                            suite,
                            "La fiche est créée : " + creee.nomComplet() + ".",
                            Ecritures.avertissements(creee.nomComplet(), creee.adresse()));
                    return pour.equals(VISITE)
                            ? "redirect:/visites?personne=" + creee.id()
                            : "redirect:/usagers/" + creee.id();
                },
                () -> page(saisie, pour, model));
    }

    private String page(SaisiePersonne saisie, String pour, Model model) {
        boolean visite = pour.equals(VISITE);
        model.addAttribute("saisie", saisie);
        model.addAttribute("pour", visite ? VISITE : null);
        model.addAttribute(
                "retour", visite ? new Vues.Lien("/visites", "La visite") : new Vues.Lien("/usagers", "Les personnes"));
        choix.remplir(model);
        return "usager/nouvelle";
    }

    private static DoublonEcran ecran(Doublon doublon) {
        PersonneVue p = doublon.personne();
        return new DoublonEcran(
                p.id(), p.nomEtPrenoms(), p.nee(), p.adresse().replaceAll("\\s*\\n\\s*", ", "), doublon.raison());
    }
}
