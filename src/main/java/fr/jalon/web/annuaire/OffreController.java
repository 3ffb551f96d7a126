package fr.jalon.web.annuaire;

import fr.jalon.agent.Agent;
import fr.jalon.annuaire.Annuaire;
import fr.jalon.annuaire.FicheOffre;
import fr.jalon.annuaire.FiltreActions;
import fr.jalon.annuaire.GestionAnnuaire;
import fr.jalon.annuaire.OffreVue;
import fr.jalon.annuaire.OrganismeVue;
import fr.jalon.annuaire.Places;
import fr.jalon.annuaire.PlanDuPacte;
import fr.jalon.commun.Page;
import fr.jalon.commun.Textes;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import java.util.List;
import java.util.Set;
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

/** An offer: its sheet, its places, its reading again, its form. */
@Controller
@RequestMapping("/annuaire/offres")
class OffreController {

    private static final Vues.Lien RETOUR = new Vues.Lien(AnnuaireController.CHEMIN, "Les offres");

    private final Annuaire annuaire;
    private final GestionAnnuaire gestion;
    private final ChoixAnnuaire choix;
    private final MotsAnnuaire mots;
    private final PlanDuPacte plan;

    OffreController(
            Annuaire annuaire, GestionAnnuaire gestion, ChoixAnnuaire choix, MotsAnnuaire mots, PlanDuPacte plan) {
        this.annuaire = annuaire;
        this.gestion = gestion;
        this.choix = choix;
        this.mots = mots;
        this.plan = plan;
    }

    @GetMapping("/{id}")
    String montrer(@PathVariable UUID id, @Appelant Agent agent, Model model) {
        OffreVue offre = annuaire.offre(id);
        return fiche(offre, Saisie.de(offre.places()), offre.places(), agent, model);
    }

    @PostMapping("/{id}/confirmation")
    String confirmer(@PathVariable UUID id, @Appelant Agent agent, RedirectAttributes suite) {
        gestion.confirmerOffre(id, agent);
        Flash.ok(suite, "Merci : l’offre est relue aujourd’hui.");
        return "redirect:/annuaire/offres/" + id;
    }

    @PostMapping("/{id}/fermeture")
    String fermer(@PathVariable UUID id, @Appelant Agent agent, RedirectAttributes suite) {
        gestion.ouvrirAuxOrientations(id, false, agent);
        Flash.ok(suite, "L’offre ne prend plus de nouvelle orientation. Celles en cours la gardent.");
        return "redirect:/annuaire/offres/" + id;
    }

    @PostMapping("/{id}/ouverture")
    String ouvrir(@PathVariable UUID id, @Appelant Agent agent, RedirectAttributes suite) {
        gestion.ouvrirAuxOrientations(id, true, agent);
        Flash.ok(suite, "L’offre prend de nouveau des orientations.");
        return "redirect:/annuaire/offres/" + id;
    }

    @PostMapping("/{id}/places")
    String placer(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> champs,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        Saisie saisie = new Saisie(champs);
        Places nouvelles = saisie.places();
        Places vues = saisie.vues();
        return Saisies.essayer(
                model,
                () -> {
                    saisie.controler(() -> gestion.verifier(nouvelles));
                    gestion.ajusterPlaces(id, nouvelles, vues, agent);
                    Flash.ok(suite, "Les places sont à jour.");
                    return "redirect:/annuaire/offres/" + id;
                },
                () -> {
                    OffreVue offre = annuaire.offre(id);
                    return fiche(offre, saisie, offre.places(), agent, model);
                });
    }

    @PostMapping("/{id}/action")
    String lier(
            @PathVariable UUID id,
            @RequestParam(required = false) String actionDuPacte,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        return Saisies.essayer(
                model,
                () -> {
                    plan.lier(id, Textes.ouNull(actionDuPacte), agent);
                    Flash.ok(suite, "L’offre et le plan du pacte sont à jour.");
                    return "redirect:/annuaire/offres/" + id;
                },
                () -> {
                    OffreVue offre = annuaire.offre(id);
                    return fiche(offre, Saisie.de(offre.places()), offre.places(), agent, model);
                });
    }

    @GetMapping("/nouvelle")
    String nouvelle(Model model) {
        return formulaire(null, Saisie.vide(), 0, model);
    }

    @PostMapping("/nouvelle")
    String creer(
            @RequestParam MultiValueMap<String, String> champs,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        Saisie saisie = new Saisie(champs);
        FicheOffre fiche = saisie.offre();
        return Saisies.essayer(
                model,
                OffreController::champ,
                () -> {
                    saisie.controler(() -> gestion.verifier(fiche, Set.of()));
                    OffreVue creee = gestion.creerOffre(null, fiche, Places.NON_SUIVIES, agent);
                    Flash.ok(suite, "L’offre est dans l’annuaire. Vous pouvez dire ses places.");
                    return "redirect:/annuaire/offres/" + creee.id();
                },
                () -> formulaire(null, saisie, 0, model));
    }

    @GetMapping("/{id}/modification")
    String modification(@PathVariable UUID id, Model model) {
        OffreVue offre = annuaire.offre(id);
        return formulaire(offre, Saisie.de(offre), offre.version(), model);
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
        FicheOffre fiche = saisie.offre();
        return Saisies.essayer(
                model,
                OffreController::champ,
                () -> {
                    saisie.controler(() -> gestion.verifier(fiche, Set.of()));
                    gestion.modifierOffre(id, fiche, version, agent);
                    Flash.ok(suite, "L’offre est à jour.");
                    return "redirect:/annuaire/offres/" + id;
                },
                () -> formulaire(annuaire.offre(id), saisie, version, model));
    }

    /** The organisations are chosen one by one: a fault of the list stands at the first. */
    private static String champ(String nom) {
        return nom.equals("organismes") ? "organismes0" : nom;
    }

    private String fiche(OffreVue offre, Saisie saisie, Places vues, Agent agent, Model model) {
        List<OrganismeVue> porteurs =
                offre.organismes().stream().map(o -> annuaire.organisme(o.id())).toList();
        model.addAttribute("offre", offre);
        model.addAttribute("detail", MotsAnnuaire.detail(offre));
        model.addAttribute("badgePlaces", MotsAnnuaire.places(offre.places()));
        model.addAttribute("paires", mots.paires(offre));
        model.addAttribute("action", plan.dOrigine(offre).orElse(null));
        model.addAttribute("pacte", mots.pacte(offre));
        model.addAttribute("porteurs", porteurs);
        model.addAttribute(
                "lieux", porteurs.stream().flatMap(o -> mots.lieux(o).stream()).toList());
        model.addAttribute("changements", mots.changements(annuaire.historique(offre.id())));
        model.addAttribute("saisie", saisie);
        model.addAttribute("vues", vues);
        model.addAttribute("peutEcrire", AnnuaireController.peutEcrire(agent));
        boolean peutLier = PlanDuPacte.roles().stream().anyMatch(agent::aUnDe);
        model.addAttribute("peutLier", peutLier);
        model.addAttribute("actions", peutLier ? actions() : List.of());
        model.addAttribute("retour", RETOUR);
        return "annuaire/offre";
    }

    private List<Vues.Choix> actions() {
        return Page.toutes(page -> plan.chercher(FiltreActions.TOUT, page, Page.TAILLE_MAX)).stream()
                .map(a -> new Vues.Choix(a.code(), a.fiche().titre() + " (" + a.code() + ")", null))
                .toList();
    }

    private String formulaire(OffreVue offre, Saisie saisie, int version, Model model) {
        choix.pourEcrire(model);
        model.addAttribute("offre", offre);
        model.addAttribute("saisie", saisie);
        model.addAttribute("version", version);
        model.addAttribute(
                "retour", offre == null ? RETOUR : new Vues.Lien("/annuaire/offres/" + offre.id(), offre.titre()));
        return "annuaire/offre-formulaire";
    }
}
