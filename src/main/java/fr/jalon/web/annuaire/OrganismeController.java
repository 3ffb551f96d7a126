package fr.jalon.web.annuaire;

import fr.jalon.agent.Agent;
import fr.jalon.annuaire.Annuaire;
import fr.jalon.annuaire.FicheOrganisme;
import fr.jalon.annuaire.FiltreOffres;
import fr.jalon.annuaire.GestionAnnuaire;
import fr.jalon.annuaire.OrganismeVue;
import fr.jalon.commun.Page;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An organisation: its sheet, its reading again, its form. */
@Controller
@RequestMapping("/annuaire/organismes")
class OrganismeController {

    private static final Vues.Lien RETOUR = new Vues.Lien("/annuaire/organismes", "Les organismes");

    private final Annuaire annuaire;
    private final GestionAnnuaire gestion;
    private final ChoixAnnuaire choix;
    private final MotsAnnuaire mots;

    OrganismeController(Annuaire annuaire, GestionAnnuaire gestion, ChoixAnnuaire choix, MotsAnnuaire mots) {
        this.annuaire = annuaire;
        this.gestion = gestion;
        this.choix = choix;
        this.mots = mots;
    }

    @GetMapping("/{id}")
    String montrer(@PathVariable UUID id, @Appelant Agent agent, Model model) {
        OrganismeVue organisme = annuaire.organisme(id);
        model.addAttribute("organisme", organisme);
        model.addAttribute("paires", mots.paires(organisme));
        model.addAttribute("lieux", mots.lieux(organisme));
        model.addAttribute(
                "offres",
                annuaire.chercher(FiltreOffres.deLOrganisme(organisme.code()), 0, Page.TAILLE_MAX).elements().stream()
                        .map(o -> mots.ligne(o, "/annuaire/offres/" + o.id()))
                        .toList());
        model.addAttribute("changements", mots.changements(annuaire.historique(id)));
        model.addAttribute("peutEcrire", AnnuaireController.peutEcrire(agent));
        model.addAttribute("retour", RETOUR);
        return "annuaire/organisme";
    }

    @PostMapping("/{id}/confirmation")
    String confirmer(@PathVariable UUID id, @Appelant Agent agent, RedirectAttributes suite) {
        gestion.confirmerOrganisme(id, agent);
        Flash.ok(suite, "Merci : la fiche est relue aujourd’hui.");
        return "redirect:/annuaire/organismes/" + id;
    }

    @GetMapping("/nouveau")
    String nouveau(Model model) {
        return formulaire(null, Saisie.vide(), 0, model);
    }

    @PostMapping("/nouveau")
    String creer(
            @RequestParam MultiValueMap<String, String> champs,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        Saisie saisie = new Saisie(champs);
        FicheOrganisme fiche = saisie.organisme();
        return Saisies.essayer(
                model,
                () -> {
                    saisie.controler(() -> gestion.verifier(fiche));
                    OrganismeVue cree = gestion.creerOrganisme(null, fiche, agent);
                    Flash.ok(suite, "L’organisme est dans l’annuaire.");
                    return "redirect:/annuaire/organismes/" + cree.id();
                },
                () -> formulaire(null, saisie, 0, model));
    }

    @GetMapping("/{id}/modification")
    String modification(@PathVariable UUID id, Model model) {
        OrganismeVue organisme = annuaire.organisme(id);
        return formulaire(organisme, Saisie.de(organisme), organisme.version(), model);
    }

    @PostMapping("/{id}/modification")
    String modifier(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> champs,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        Saisie saisie = new Saisie(champs);
        FicheOrganisme fiche = saisie.organisme();
        return Saisies.essayer(
                model,
                () -> {
                    saisie.controler(() -> gestion.verifier(fiche));
                    gestion.modifierOrganisme(id, fiche, version, agent);
                    Flash.ok(suite, "L’organisme est à jour.");
                    return "redirect:/annuaire/organismes/" + id;
                },
                () -> formulaire(annuaire.organisme(id), saisie, version, model));
    }

    private String formulaire(OrganismeVue organisme, Saisie saisie, int version, Model model) {
        choix.pourEcrire(model);
        model.addAttribute("organisme", organisme);
        model.addAttribute("saisie", saisie);
        model.addAttribute("version", version);
        model.addAttribute(
                "retour",
                organisme == null ? RETOUR : new Vues.Lien("/annuaire/organismes/" + organisme.id(), organisme.nom()));
        return "annuaire/organisme-formulaire";
    }
}
