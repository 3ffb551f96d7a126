package fr.jalon.web.partenaire;

import fr.jalon.agent.Agent;
import fr.jalon.annuaire.Annuaire;
import fr.jalon.annuaire.OffreVue;
import fr.jalon.prescription.AvisPartenaires;
import fr.jalon.prescription.ChargesDesPartenaires;
import fr.jalon.prescription.EspacePartenaire;
import fr.jalon.prescription.OngletPartenaire;
import fr.jalon.prescription.Reponse;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A partner's own space: the referrals made to its structure, and nothing else. */
@Controller
@RequestMapping(PartenaireController.CHEMIN)
class PartenaireController {

    static final String CHEMIN = "/partenaire";

    private static final Map<OngletPartenaire, String> EXPLICATIONS = Map.of(
            OngletPartenaire.A_REPONDRE, "Le CCAS attend votre réponse pour ces personnes.",
            OngletPartenaire.EN_COURS, "Un rendez-vous est pris, ou vous accompagnez la personne.",
            OngletPartenaire.TERMINEES, "Vous n’avez plus accès aux informations de ces personnes.");

    private final EspacePartenaire espace;
    private final ChargesDesPartenaires charges;
    private final AvisPartenaires avis;
    private final Annuaire annuaire;
    private final EcranOrientation ecran;

    PartenaireController(
            EspacePartenaire espace,
            ChargesDesPartenaires charges,
            AvisPartenaires avis,
            Annuaire annuaire,
            EcranOrientation ecran) {
        this.espace = espace;
        this.charges = charges;
        this.avis = avis;
        this.annuaire = annuaire;
        this.ecran = ecran;
    }

    /** Room of one offer, in figures. */
    record LigneOffre(UUID id, String titre, String places, String prises, String libres, int attente) {}

    @GetMapping
    String lister(
            @RequestParam(defaultValue = "A_REPONDRE") OngletPartenaire onglet, @Appelant Agent agent, Model model) {
        Map<OngletPartenaire, Integer> nombres = espace.compter(agent);
        model.addAttribute(
                "onglets",
                Arrays.stream(OngletPartenaire.values())
                        .map(o -> new Vues.Onglet(
                                CHEMIN + "?onglet=" + o.name(),
                                o.libelle(),
                                nombres.getOrDefault(o, 0),
                                o == onglet,
                                EXPLICATIONS.get(o)))
                        .toList());
        model.addAttribute("onglet", onglet.name());
        model.addAttribute(
                "lignes",
                espace.lister(onglet, agent).stream().map(ecran::ligne).toList());
        boolean reliee = agent.organisme() != null;
        model.addAttribute(
                "structure", reliee ? annuaire.organisme(agent.organisme()).nom() : null);
        List<OffreVue> offres = charges.offres(agent.organisme());
        List<LigneOffre> suivies = offres.stream()
                .filter(o -> o.places().suivies() || o.places().attente() > 0)
                .map(PartenaireController::ligne)
                .toList();
        model.addAttribute("offres", suivies);
        model.addAttribute("autres", offres.size() - suivies.size());
        if (reliee) {
            model.addAttribute("avis", MotsAvis.enUneLigne(avis.moyennes().get(agent.organisme())));
        }
        return "partenaire/liste";
    }

    private static LigneOffre ligne(OffreVue o) {
        boolean suivies = o.places().suivies();
        return new LigneOffre(
                o.id(),
                o.titre(),
                suivies ? o.places().total().toString() : "–",
                suivies ? Integer.toString(o.places().prises()) : "–",
                suivies ? o.places().libres().toString() : "–",
                o.places().attente());
    }

    @GetMapping("/orientations/{id}")
    String ouvrir(@PathVariable UUID id, @Appelant Agent agent, Model model) {
        return page(id, SaisieReponse.VIDE, agent, model);
    }

    @PostMapping("/orientations/{id}/reponse")
    String repondre(
            @PathVariable UUID id, SaisieReponse saisie, @Appelant Agent agent, Model model, RedirectAttributes suite) {
        return faire(id, saisie, agent, model, proposition -> {
            Reponse reponse = saisie.reponseLue();
            espace.repondre(id, reponse, saisie.referent(), agent);
            Flash.ok(
                    suite,
                    reponse.acceptee()
                            ? "Merci. La personne reçoit la date du rendez-vous."
                            : "Merci de votre réponse. Le CCAS cherche une autre solution avec la personne.");
        });
    }

    @PostMapping("/orientations/{id}/rendez-vous")
    String noterRendezVous(
            @PathVariable UUID id, SaisieReponse saisie, @Appelant Agent agent, Model model, RedirectAttributes suite) {
        return faire(id, saisie, agent, model, proposition -> {
            espace.noterRencontre(id, saisie.rencontreLue(), agent);
            Flash.ok(suite, "C’est noté. L’antenne le voit aussi.");
        });
    }

    @PostMapping("/orientations/{id}/resultat")
    String noterResultat(
            @PathVariable UUID id, SaisieReponse saisie, @Appelant Agent agent, Model model, RedirectAttributes suite) {
        return faire(id, saisie, agent, model, proposition -> {
            espace.noterResultat(id, saisie.resultatLu(), saisie.precision(), agent);
            Flash.ok(suite, "L’orientation est terminée. Merci pour la personne.");
        });
    }

    private String faire(UUID id, SaisieReponse saisie, Agent agent, Model model, Consumer<UUID> acte) {
        return Saisies.essayer(
                model,
                () -> {
                    acte.accept(id);
                    return "redirect:" + CHEMIN;
                },
                () -> page(id, saisie, agent, model));
    }

    private String page(UUID id, SaisieReponse saisie, Agent agent, Model model) {
        ecran.remplir(espace.ouvrir(id, agent), saisie, model);
        model.addAttribute("adresse", CHEMIN + "/orientations/" + id);
        model.addAttribute("retour", new Vues.Lien(CHEMIN, "Mes orientations"));
        return "partenaire/orientation";
    }
}
