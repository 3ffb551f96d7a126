package fr.jalon.web.annuaire;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.annuaire.Annuaire;
import fr.jalon.annuaire.ChargePartenaire;
import fr.jalon.annuaire.GestionAnnuaire;
import fr.jalon.annuaire.Nomenclature;
import fr.jalon.annuaire.OffreVue;
import fr.jalon.annuaire.OrganismeVue;
import fr.jalon.commun.Page;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The three lists of the directory: offers, organisations, room of the partners. */
@Controller
@RequestMapping(AnnuaireController.CHEMIN)
class AnnuaireController {

    static final String CHEMIN = "/annuaire";
    private static final int TAILLE = 20;

    private final Annuaire annuaire;
    private final Nomenclature nomenclature;
    private final ChoixAnnuaire choix;
    private final MotsAnnuaire mots;
    private final ChargesEcran charges;

    AnnuaireController(
            Annuaire annuaire,
            Nomenclature nomenclature,
            ChoixAnnuaire choix,
            MotsAnnuaire mots,
            ChargesEcran charges) {
        this.annuaire = annuaire;
        this.nomenclature = nomenclature;
        this.choix = choix;
        this.mots = mots;
        this.charges = charges;
    }

    static boolean peutEcrire(Agent agent) {
        return agent.aUnDe(GestionAnnuaire.roles().toArray(Role[]::new));
    }

    @GetMapping
    String offres(@RequestParam Map<String, String> parametres, @Appelant Agent agent, Model model) {
        FiltreEcran ecran = FiltreEcran.lire(CHEMIN, parametres, nomenclature);
        OffresTrouvees trouvees;
        try {
            trouvees = OffresTrouvees.de(annuaire, ecran.filtre(null), ecran.page(), TAILLE);
        } catch (SaisieInvalide e) {
            model.addAttribute("erreurs", Saisies.erreurs(e, UnaryOperator.identity()));
            trouvees = OffresTrouvees.aucune(TAILLE);
        }
        Page<OffreVue> page = trouvees.page();
        commun(ecran, agent, model);
        model.addAttribute("onglets", onglets(0));
        model.addAttribute("enPartie", trouvees.enPartie());
        model.addAttribute(
                "lignes",
                page.elements().stream()
                        .map(o -> mots.ligne(o, "/annuaire/offres/" + o.id()))
                        .toList());
        model.addAttribute("page", ecran.adresse().pages(page));
        return "annuaire/offres";
    }

    @GetMapping("/organismes")
    String organismes(@RequestParam Map<String, String> parametres, @Appelant Agent agent, Model model) {
        FiltreEcran ecran = FiltreEcran.lire(CHEMIN + "/organismes", parametres, nomenclature);
        Page<OrganismeVue> page;
        try {
            page = annuaire.chercherOrganismes(ecran.filtre(null), ecran.page(), TAILLE);
        } catch (SaisieInvalide e) {
            model.addAttribute("erreurs", Saisies.erreurs(e, UnaryOperator.identity()));
            page = new Page<>(List.of(), 0, TAILLE, 0);
        }
        commun(ecran, agent, model);
        model.addAttribute("onglets", onglets(1));
        Map<String, ChargePartenaire> places = annuaire.charges().stream()
                .collect(Collectors.toMap(c -> c.organisme().code(), Function.identity()));
        model.addAttribute(
                "lignes",
                page.elements().stream()
                        .map(o -> mots.ligne(o, places.get(o.code())))
                        .toList());
        model.addAttribute("page", ecran.adresse().pages(page));
        return "annuaire/organismes";
    }

    @GetMapping("/places")
    String charges(Model model) {
        model.addAttribute("onglets", onglets(2));
        List<ChargePartenaire> toutes = annuaire.charges();
        List<ChargesEcran.Ligne> lignes = charges.lignes(toutes);
        model.addAttribute(
                "suivies", lignes.stream().filter(l -> l.place().suivies() > 0).toList());
        model.addAttribute(
                "orientees",
                lignes.stream().filter(ChargesEcran.Ligne::orientee).toList());
        model.addAttribute(
                "autres", toutes.stream().filter(c -> c.suivies() == 0).count());
        return "annuaire/places";
    }

    private void commun(FiltreEcran ecran, Agent agent, Model model) {
        choix.pourFiltrer(model);
        model.addAttribute("choisi", ecran.choisi());
        model.addAttribute("filtres", ecran.jetons(nomenclature));
        model.addAttribute("sansFiltre", ecran.chemin());
        model.addAttribute("peutEcrire", peutEcrire(agent));
    }

    static List<Vues.Onglet> onglets(int actif) {
        return List.of(
                new Vues.Onglet(
                        CHEMIN,
                        "Offres",
                        null,
                        actif == 0,
                        "Ce que l’on peut proposer à une personne, par levier du pacte."),
                new Vues.Onglet(
                        CHEMIN + "/organismes",
                        "Organismes",
                        null,
                        actif == 1,
                        "Qui porte ces offres, où, et comment les joindre."),
                new Vues.Onglet(
                        CHEMIN + "/places",
                        "Places",
                        null,
                        actif == 2,
                        "La place qui reste chez chaque partenaire, et les orientations qui lui sont faites."),
                new Vues.Onglet(
                        CHEMIN + "/pacte",
                        "Plan du pacte",
                        null,
                        actif == 3,
                        "Ce que les partenaires du pacte veulent faire, et où ils en sont : on n’y oriente personne."));
    }
}
