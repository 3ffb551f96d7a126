package fr.jalon.web.courrier;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Antenne;
import fr.jalon.agent.Comptes;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.EtatCourrier;
import fr.jalon.courrier.Impressions;
import fr.jalon.courrier.LotVue;
import fr.jalon.courrier.ModeRemise;
import fr.jalon.courrier.SuiviCourriers;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.ReponsePdf;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What waits to be printed in an antenne, the batches, and their sending. */
@Controller
@RequestMapping("/courriers")
class ImpressionsController {

    private final Impressions impressions;
    private final SuiviCourriers suivi;
    private final Comptes comptes;
    private final AntennesDuCompte antennes;
    private final MotsCourrier mots;
    private final Horloge horloge;

    ImpressionsController(
            Impressions impressions,
            SuiviCourriers suivi,
            Comptes comptes,
            AntennesDuCompte antennes,
            MotsCourrier mots,
            Horloge horloge) {
        this.impressions = impressions;
        this.suivi = suivi;
        this.comptes = comptes;
        this.antennes = antennes;
        this.mots = mots;
        this.horloge = horloge;
    }

    /**
     * A letter of a list.
     *
     * @param href its page, null for the letter of a session, which has none here
     * @param alerte what to know before it leaves, or null
     */
    record Ligne(
            UUID id,
            String numero,
            String objet,
            String destinataire,
            String detail,
            String href,
            String alerte,
            Vues.Badge badge,
            boolean aEnvoyer) {}

    record LotEcran(UUID id, String titre, String detail, Vues.Badge badge) {}

    @GetMapping("/a-imprimer")
    String aImprimer(@RequestParam(required = false) String antenne, @Appelant Agent agent, Model model) {
        List<Antenne> siennes = antennes.de(agent);
        Antenne choisie = antenne != null || siennes.isEmpty() ? antennes.exiger(antenne, agent) : siennes.get(0);
        List<CourrierVue> attendent = impressions.aImprimer(List.of(choisie.code()));
        model.addAttribute("antenne", choisie);
        model.addAttribute("antennes", siennes.size() > 1 ? siennes : List.of());
        model.addAttribute("nombre", attendent.size());
        LocalDate jour = horloge.aujourdhui();
        long possibles = attendent.stream().filter(c -> !c.depasse(jour)).count();
        model.addAttribute("parLot", Math.min(possibles, Impressions.LETTRES_PAR_LOT));
        model.addAttribute("retenus", attendent.size() - possibles);
        model.addAttribute(
                "lignes",
                attendent.stream()
                        .limit(Impressions.LETTRES_PAR_LOT)
                        .map(this::ligne)
                        .toList());
        model.addAttribute(
                "lots",
                impressions.recents(List.of(choisie.code())).stream()
                        .map(this::lot)
                        .toList());
        return "courrier/a-imprimer";
    }

    @PostMapping("/a-imprimer")
    String preparer(@RequestParam String antenne, @Appelant Agent agent, RedirectAttributes suite) {
        Antenne choisie = antennes.exiger(antenne, agent);
        try {
            LotVue lot = impressions.preparer(choisie.code(), agent);
            return "redirect:/courriers/lots/" + lot.id();
        } catch (Conflit e) {
            Flash.refus(suite, e.getMessage());
            return "redirect:/courriers/a-imprimer?antenne=" + choisie.code();
        }
    }

    @GetMapping("/lots/{id}")
    String montrer(@PathVariable UUID id, @Appelant Agent agent, Model model) {
        LotVue lot = impressions.lot(id, agent);
        List<CourrierVue> lettres = impressions.lettres(id);
        model.addAttribute("lot", lot);
        model.addAttribute("lignes", lettres.stream().map(this::ligne).toList());
        model.addAttribute(
                "aEnvoyer",
                lettres.stream().filter(c -> c.etat() == EtatCourrier.IMPRIME).count());
        model.addAttribute(
                "impressions",
                impressions.impressions(id).stream()
                        .map(i -> (i.rang() == 1 ? "Imprimé" : "Réimprimé (mêmes courriers)") + " le "
                                + Mots.moment(i.quand()) + " par " + nom(i.qui()))
                        .toList());
        if (!model.containsAttribute("jour")) {
            model.addAttribute("jour", horloge.aujourdhui().toString());
        }
        model.addAttribute(
                "titre",
                "Lot de " + Mots.pluriel(lot.nombre(), "courrier", "courriers")
                        + (lot.seance() == null ? "" : ", séance " + lot.seance()));
        model.addAttribute(
                "retour",
                lot.antenne() == null
                        ? new Vues.Lien("/courriers/a-imprimer", "Courriers à imprimer")
                        : new Vues.Lien("/courriers/a-imprimer?antenne=" + lot.antenne(), "Courriers à imprimer"));
        return "courrier/lot";
    }

    /** Each time the same letters in the same order; the journal and the page say which are reprints. */
    @PostMapping("/lots/{id}/impression")
    ResponseEntity<byte[]> imprimer(@PathVariable UUID id, @Appelant Agent agent) {
        LotVue lot = impressions.lot(id, agent);
        return ReponsePdf.montrer("lot-" + lot.id(), impressions.imprimer(id, agent));
    }

    /** The letters that are ticked left on that day, each as it should. */
    @PostMapping("/lots/{id}/envoi")
    String envoyer(
            @PathVariable UUID id,
            @RequestParam(name = "courrier", required = false) List<UUID> choisis,
            @RequestParam(defaultValue = "") String jour,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        LotVue lot = impressions.lot(id, agent);
        model.addAttribute("jour", jour);
        return Saisies.essayer(
                model,
                () -> {
                    noterLEnvoi(
                            lot, choisis == null ? List.of() : choisis, DateSaisie.lire("jour", jour), agent, suite);
                    return "redirect:/courriers/lots/" + id;
                },
                () -> montrer(id, agent, model));
    }

    /** Each letter for itself: the one that refuses is told and keeps the others from nothing. Nothing left: the day is to be mended. */
    private void noterLEnvoi(LotVue lot, List<UUID> choisis, LocalDate jour, Agent agent, RedirectAttributes suite) {
        List<CourrierVue> lettres = impressions.lettres(lot.id()).stream()
                .filter(c -> choisis.contains(c.id()))
                .toList();
        if (lettres.isEmpty()) {
            throw new SaisieInvalide("courrier", "Cochez les courriers qui sont partis.");
        }
        int partis = 0;
        List<String> refus = new ArrayList<>();
        SaisieInvalide jourRefuse = null;
        for (CourrierVue lettre : lettres) {
            try {
                suivi.envoyer(lettre.id(), jour, ModeRemise.valueOf(lettre.remise()), agent);
                partis++;
            } catch (Conflit e) {
                refus.add(e.getMessage());
            } catch (SaisieInvalide e) {
                e.erreurs().forEach(erreur -> refus.add(erreur.message()));
                jourRefuse = e;
            }
        }
        if (partis == 0 && jourRefuse != null) {
            throw jourRefuse;
        }
        if (partis > 0) {
            Flash.ok(
                    suite,
                    Mots.pluriel(partis, "courrier noté envoyé", "courriers notés envoyés") + " le " + Mots.jour(jour)
                            + ".");
        }
        refus.forEach(message -> Flash.refus(suite, message));
    }

    private Ligne ligne(CourrierVue c) {
        String mode = ModeRemise.valueOf(c.remise()).libelle();
        return new Ligne(
                c.id(),
                c.numero(),
                Mots.majuscule(c.objet()),
                c.nomDestinataire(),
                c.numero() + ", " + c.dossierNumero() + ", " + (c.mode() == null ? mode : mots.etat(c)),
                mots.dossier(c).isPresent() ? "/courriers/" + c.id() : null,
                mots.alerte(c).orElse(null),
                mots.badge(c),
                c.etat() == EtatCourrier.IMPRIME);
    }

    private LotEcran lot(LotVue lot) {
        long restent = impressions.lettres(lot.id()).stream()
                .filter(c -> c.etat() == EtatCourrier.IMPRIME)
                .count();
        String fois = lot.impressions() == 0
                ? "pas encore imprimé"
                : lot.impressions() == 1
                        ? "imprimé"
                        : "réimprimé " + Mots.pluriel(lot.impressions() - 1, "fois", "fois");
        return new LotEcran(
                lot.id(),
                Mots.pluriel(lot.nombre(), "courrier", "courriers") + ", " + Mots.moment(lot.creeLe()),
                "préparé par " + nom(lot.creePar()) + ", " + fois,
                restent == 0
                        ? new Vues.Badge("ok", "Envoyé")
                        : new Vues.Badge("attente", Mots.pluriel(restent, "à envoyer", "à envoyer")));
    }

    private String nom(String identifiant) {
        return comptes.nom(identifiant);
    }
}
