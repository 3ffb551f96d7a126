package fr.jalon.web.annuaire;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.annuaire.ActionVue;
import fr.jalon.annuaire.FicheAction;
import fr.jalon.annuaire.Nomenclature;
import fr.jalon.annuaire.PlanDuPacte;
import fr.jalon.commun.Page;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The plan of the pact: read by anybody without an account, with its history by the accounts, written by its owner. */
@Controller
class PacteController {

    static final String CHEMIN = "/annuaire/pacte";
    private static final String PUBLIC = "/pacte";
    private static final int TAILLE = 20;
    private static final Vues.Lien RETOUR = new Vues.Lien(CHEMIN, "Le plan du pacte");

    private final PlanDuPacte plan;
    private final Nomenclature nomenclature;
    private final ChoixAnnuaire choix;
    private final MotsAnnuaire motsAnnuaire;
    private final MotsDuPacte mots;

    PacteController(
            PlanDuPacte plan,
            Nomenclature nomenclature,
            ChoixAnnuaire choix,
            MotsAnnuaire motsAnnuaire,
            MotsDuPacte mots) {
        this.plan = plan;
        this.nomenclature = nomenclature;
        this.choix = choix;
        this.motsAnnuaire = motsAnnuaire;
        this.mots = mots;
    }

    private static boolean peutEcrire(Agent agent) {
        return agent.aUnDe(PlanDuPacte.roles().toArray(Role[]::new));
    }

    @GetMapping(CHEMIN)
    String lister(@RequestParam Map<String, String> parametres, @Appelant Agent agent, Model model) {
        liste(CHEMIN, parametres, model);
        model.addAttribute("onglets", AnnuaireController.onglets(3));
        model.addAttribute("peutEcrire", peutEcrire(agent));
        return "annuaire/pacte";
    }

    @GetMapping(PUBLIC)
    String listerPourTous(@RequestParam Map<String, String> parametres, Model model) {
        liste(PUBLIC, parametres, model);
        model.addAttribute("retour", new Vues.Lien(OffresPubliquesController.CHEMIN, "Trouver une aide ou une action"));
        return "annuaire/pacte-public";
    }

    @GetMapping(CHEMIN + "/{code}")
    String montrer(@PathVariable String code, @Appelant Agent agent, Model model) {
        ActionVue action = fiche(code, model);
        model.addAttribute("changements", motsAnnuaire.changements(plan.historique(action.id())));
        model.addAttribute("peutEcrire", peutEcrire(agent));
        model.addAttribute("retour", RETOUR);
        return "annuaire/action";
    }

    @GetMapping(PUBLIC + "/{code}")
    String montrerATous(@PathVariable String code, Model model) {
        fiche(code, model);
        model.addAttribute("retour", new Vues.Lien(PUBLIC, "Le plan du pacte"));
        return "annuaire/action-publique";
    }

    @GetMapping(CHEMIN + "/nouvelle")
    String nouvelle(Model model) {
        return formulaire(null, Saisie.vide(), 0, model);
    }

    @PostMapping(CHEMIN + "/nouvelle")
    String creer(
            @RequestParam MultiValueMap<String, String> champs,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        Saisie saisie = new Saisie(champs);
        FicheAction fiche = saisie.action();
        return Saisies.essayer(
                model,
                () -> {
                    saisie.controler(() -> plan.verifier(fiche));
                    ActionVue creee = plan.creer(null, fiche, agent);
                    Flash.ok(suite, "L’action est dans le plan.");
                    return "redirect:" + CHEMIN + "/" + creee.code();
                },
                () -> formulaire(null, saisie, 0, model));
    }

    @GetMapping(CHEMIN + "/{code}/modification")
    String modification(@PathVariable String code, Model model) {
        ActionVue action = plan.action(code);
        return formulaire(action, Saisie.de(action.fiche()), action.version(), model);
    }

    @PostMapping(CHEMIN + "/{code}/modification")
    String modifier(
            @PathVariable String code,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> champs,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        Saisie saisie = new Saisie(champs);
        FicheAction fiche = saisie.action();
        return Saisies.essayer(
                model,
                () -> {
                    saisie.controler(() -> plan.verifier(fiche));
                    plan.modifier(code, fiche, version, agent);
                    Flash.ok(suite, "L’action est à jour.");
                    return "redirect:" + CHEMIN + "/" + code;
                },
                () -> formulaire(plan.action(code), saisie, version, model));
    }

    private void liste(String chemin, Map<String, String> parametres, Model model) {
        FiltreDuPacte ecran = FiltreDuPacte.lire(chemin, parametres);
        Page<ActionVue> page;
        try {
            page = plan.chercher(ecran.filtre(), ecran.page(), TAILLE);
        } catch (SaisieInvalide e) {
            model.addAttribute("erreurs", Saisies.erreurs(e, UnaryOperator.identity()));
            page = new Page<>(List.of(), 0, TAILLE, 0);
        }
        model.addAttribute("leviers", choix.leviers());
        model.addAttribute("etats", FiltreDuPacte.etats());
        model.addAttribute("choisi", ecran.choisi());
        model.addAttribute("filtres", ecran.jetons(nomenclature));
        model.addAttribute("ici", chemin);
        model.addAttribute(
                "lignes",
                page.elements().stream()
                        .map(a -> mots.ligne(a, chemin + "/" + a.code()))
                        .toList());
        model.addAttribute("page", ecran.adresse().pages(page));
    }

    private ActionVue fiche(String code, Model model) {
        ActionVue action = plan.action(code);
        model.addAttribute("action", action);
        model.addAttribute("etat", MotsDuPacte.etat(action.fiche().etat()));
        model.addAttribute("suivi", mots.suivi(action));
        model.addAttribute("bilans", mots.bilans(action));
        model.addAttribute("place", mots.place(action));
        return action;
    }

    private String formulaire(ActionVue action, Saisie saisie, int version, Model model) {
        choix.pourEcrire(model);
        model.addAttribute("etats", FiltreDuPacte.etatsConnus());
        model.addAttribute("action", action);
        model.addAttribute("saisie", saisie);
        model.addAttribute("version", version);
        model.addAttribute(
                "retour",
                action == null
                        ? RETOUR
                        : new Vues.Lien(
                                CHEMIN + "/" + action.code(), action.fiche().titre()));
        return "annuaire/action-formulaire";
    }
}
