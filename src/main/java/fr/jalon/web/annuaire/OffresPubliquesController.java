package fr.jalon.web.annuaire;

import fr.jalon.annuaire.Annuaire;
import fr.jalon.annuaire.Essentiel;
import fr.jalon.annuaire.Nomenclature;
import fr.jalon.annuaire.OffreVue;
import fr.jalon.annuaire.OrganismeVue;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Page;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The offers for anybody, without an account and without a session: first what is for persons. */
@Controller
@RequestMapping(OffresPubliquesController.CHEMIN)
class OffresPubliquesController {

    static final String CHEMIN = "/offres";
    private static final int TAILLE = 20;

    private final Annuaire annuaire;
    private final Nomenclature nomenclature;
    private final ChoixAnnuaire choix;
    private final MotsAnnuaire mots;

    OffresPubliquesController(Annuaire annuaire, Nomenclature nomenclature, ChoixAnnuaire choix, MotsAnnuaire mots) {
        this.annuaire = annuaire;
        this.nomenclature = nomenclature;
        this.choix = choix;
        this.mots = mots;
    }

    @GetMapping
    String lister(@RequestParam Map<String, String> parametres, Model model) {
        FiltreEcran ecran = FiltreEcran.lire(CHEMIN, parametres, nomenclature);
        boolean tout = ecran.a("tout");
        OffresTrouvees trouvees;
        try {
            trouvees = OffresTrouvees.de(annuaire, ecran.filtre(tout ? null : true), ecran.page(), TAILLE);
        } catch (SaisieInvalide e) {
            model.addAttribute("erreurs", Saisies.erreurs(e, UnaryOperator.identity()));
            trouvees = OffresTrouvees.aucune(TAILLE);
        }
        Page<OffreVue> page = trouvees.page();
        Map<UUID, Essentiel> essentiels = annuaire.essentiels(page.elements());
        choix.pourFiltrer(model);
        model.addAttribute("choisi", ecran.choisi());
        model.addAttribute("filtres", ecran.jetons(nomenclature));
        model.addAttribute("sansFiltre", CHEMIN);
        model.addAttribute("tout", tout);
        model.addAttribute(
                "hrefTout",
                tout
                        ? ecran.adresse().sans("tout").href()
                        : ecran.adresse().avec("tout", FiltreEcran.OUI).href());
        model.addAttribute("enPartie", trouvees.enPartie());
        model.addAttribute("total", page.total());
        model.addAttribute(
                "lignes",
                page.elements().stream()
                        .map(o -> mots.publique(o, essentiels.get(o.id()), CHEMIN + "/" + o.code()))
                        .toList());
        model.addAttribute("page", ecran.adresse().pages(page));
        return "annuaire/public";
    }

    @GetMapping("/{code}")
    String montrer(@PathVariable String code, Model model) {
        OffreVue offre = annuaire.offre(code);
        if (offre.fermeeLe() != null) {
            throw new Introuvable("Cette offre n'est plus proposée.");
        }
        List<OrganismeVue> porteurs =
                offre.organismes().stream().map(o -> annuaire.organisme(o.id())).toList();
        model.addAttribute("offre", offre);
        model.addAttribute("levier", mots.levier(offre.levier()));
        model.addAttribute("badgePlaces", MotsAnnuaire.places(offre.places()));
        model.addAttribute(
                "essentiel",
                MotsAnnuaire.essentiel(annuaire.essentiels(List.of(offre)).get(offre.id())));
        model.addAttribute("paires", mots.autresPaires(offre));
        model.addAttribute("porteurs", porteurs);
        model.addAttribute(
                "sansContact", porteurs.stream().allMatch(o -> o.postes().isEmpty() && o.site() == null));
        model.addAttribute(
                "lieux", porteurs.stream().flatMap(o -> mots.lieux(o).stream()).toList());
        model.addAttribute("retour", new Vues.Lien(CHEMIN, "Toutes les offres"));
        return "annuaire/public-offre";
    }
}
