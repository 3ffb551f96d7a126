package fr.jalon.web.api;

import fr.jalon.annuaire.ActionVue;
import fr.jalon.annuaire.Annuaire;
import fr.jalon.annuaire.EtatAction;
import fr.jalon.annuaire.FicheAction;
import fr.jalon.annuaire.FiltreActions;
import fr.jalon.annuaire.FiltreOffres;
import fr.jalon.annuaire.Lieu;
import fr.jalon.annuaire.Nomenclature;
import fr.jalon.annuaire.OffreVue;
import fr.jalon.annuaire.OrganismeRef;
import fr.jalon.annuaire.OrganismeVue;
import fr.jalon.annuaire.PlanDuPacte;
import fr.jalon.annuaire.Poste;
import fr.jalon.commun.Langues;
import fr.jalon.commun.Page;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The directory, readable without an account: it holds no personal data. */
@RestController
@RequestMapping("/api/v1/annuaire")
@Tag(name = "Annuaire")
class AnnuaireApi {

    private final Annuaire annuaire;
    private final Nomenclature nomenclature;
    private final PlanDuPacte plan;

    AnnuaireApi(Annuaire annuaire, Nomenclature nomenclature, PlanDuPacte plan) {
        this.annuaire = annuaire;
        this.plan = plan;
        this.nomenclature = nomenclature;
    }

    /** An offer, as the contract of the API writes it; {@code places} is null when they are not followed. */
    record Offre(
            UUID id,
            String titre,
            String objectif,
            int levier,
            List<String> organismes,
            List<String> publics,
            String conditions,
            Integer places,
            int placesPrises,
            Integer delaiPremierRendezVous,
            boolean aConfirmer) {}

    record Organisme(
            UUID id,
            String code,
            String nom,
            String nature,
            String presentation,
            String site,
            List<String> quartiers,
            List<String> langues,
            List<Lieu> lieux,
            List<Poste> contacts,
            boolean aConfirmer) {}

    @GetMapping("/offres")
    @Operation(summary = "Les offres d'insertion en cours ; lisible sans compte")
    Page<Offre> offres(
            @RequestParam(required = false) String q,
            @RequestParam(required = false) Integer levier,
            @RequestParam(required = false) String quartier,
            @RequestParam(required = false) String langue,
            @RequestParam(required = false) Boolean placesLibres,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int taille) {
        return annuaire.chercher(filtre(q, levier, quartier, langue, placesLibres), page, taille)
                .map(AnnuaireApi::offre);
    }

    /** An action of the pact; a null is not known yet. */
    record Action(
            String titre,
            String objectif,
            int levier,
            String pilote,
            EtatAction etat,
            LocalDate echeance,
            String preuve) {}

    @GetMapping("/actions-du-pacte")
    @Operation(
            summary =
                    "Les actions du pacte : ce que les partenaires veulent faire ; une valeur nulle est à confirmer ; lisible sans compte")
    Page<Action> actionsDuPacte(
            @RequestParam(required = false) String q,
            @RequestParam(required = false) Integer levier,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int taille) {
        return plan.chercher(FiltreActions.de(q, levier), page, taille).map(AnnuaireApi::action);
    }

    @GetMapping("/organismes")
    @Operation(summary = "Les organismes ; levier et placesLibres : ceux qui ont une telle offre ; lisible sans compte")
    Page<Organisme> organismes(
            @RequestParam(required = false) String q,
            @RequestParam(required = false) Integer levier,
            @RequestParam(required = false) String quartier,
            @RequestParam(required = false) String langue,
            @RequestParam(required = false) Boolean placesLibres,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int taille) {
        return annuaire.chercherOrganismes(filtre(q, levier, quartier, langue, placesLibres), page, taille)
                .map(AnnuaireApi::organisme);
    }

    private FiltreOffres filtre(String q, Integer levier, String quartier, String langue, Boolean placesLibres) {
        String leQuartier = Textes.ouNull(quartier);
        leQuartier = leQuartier == null ? null : leQuartier.toUpperCase(Locale.ROOT);
        if (leQuartier != null && nomenclature.quartier(leQuartier).isEmpty()) {
            throw new SaisieInvalide("quartier", "Ce quartier n'existe pas : choisissez de Q1 à Q12.");
        }
        String laLangue = Textes.ouNull(langue);
        laLangue = laLangue == null ? null : laLangue.toLowerCase(Locale.ROOT);
        if (laLangue != null && !Langues.existe(laLangue)) {
            throw new SaisieInvalide("langue", "Indiquez un code de langue de la liste, par exemple ar, en ou snk.");
        }
        return FiltreOffres.de(q, levier, leQuartier, laLangue, placesLibres);
    }

    private static Offre offre(OffreVue o) {
        return new Offre(
                o.id(),
                o.titre(),
                o.objectif().libelle(),
                o.levier(),
                o.organismes().stream().map(OrganismeRef::nom).toList(),
                o.publics(),
                o.conditions(),
                o.places().total(),
                o.places().prises(),
                o.delaiPremierRendezVous(),
                o.aConfirmer());
    }

    private static Action action(ActionVue a) {
        FicheAction f = a.fiche();
        return new Action(
                f.titre(), a.objectif().libelle(), a.levier(), f.pilote(), f.etat(), f.echeance(), f.preuve());
    }

    private static Organisme organisme(OrganismeVue o) {
        return new Organisme(
                o.id(),
                o.code(),
                o.nom(),
                o.nature(),
                o.presentation(),
                o.site(),
                o.quartiers(),
                o.langues(),
                o.lieux(),
                o.postes(),
                o.aConfirmer());
    }
}
