package fr.jalon.web.corbeille;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.corbeille.DemandeDeLot;
import fr.jalon.corbeille.Geste;
import fr.jalon.corbeille.LotVue;
import fr.jalon.corbeille.LotsDeTaches;
import fr.jalon.web.commun.Adresse;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import fr.jalon.web.corbeille.LectureDesFiltres.Lecture;
import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Acts on many tasks: asked for from the list, followed and found again on their own page. */
@Controller
@RequestMapping("/corbeille/lots")
class LotsController {

    private static final int LIGNES = 100;

    private final LotsDeTaches lots;
    private final LectureDesFiltres lecture;
    private final PageCorbeille page;
    private final LotEcran.Mise ecran;

    LotsController(LotsDeTaches lots, LectureDesFiltres lecture, PageCorbeille page, LotEcran.Mise ecran) {
        this.lots = lots;
        this.lecture = lecture;
        this.page = page;
        this.ecran = ecran;
    }

    @GetMapping
    String lister(@Appelant Agent agent, Model model) {
        model.addAttribute("lots", lots.de(agent).stream().map(ecran::de).toList());
        model.addAttribute("retour", new Vues.Lien(ListeCorbeille.CHEMIN, "Corbeille"));
        return "corbeille/lots";
    }

    /** The act on the tasks chosen, or on the whole list; what was chosen stays when it is refused. */
    @PostMapping
    String demander(
            @RequestParam(defaultValue = "") String liste,
            @RequestParam(defaultValue = "") String geste,
            @RequestParam(defaultValue = "") String tous,
            @RequestParam(name = "tache", required = false) List<String> taches,
            @RequestParam(defaultValue = "") String destinataire,
            @RequestParam(defaultValue = "") String motif,
            @Appelant Agent agent,
            HttpSession session,
            Model model) {
        ListeCorbeille retour = ListeCorbeille.relire(liste);
        List<String> choisies = taches == null ? List.of() : taches;
        model.addAttribute("choisies", choisies);
        model.addAttribute("tous", tous);
        model.addAttribute("destinataire", destinataire);
        model.addAttribute("motif", motif);
        return Saisies.essayer(
                model,
                champ -> "lot-" + champ,
                () -> {
                    DemandeDeLot demande = demande(geste, destinataire, motif);
                    UUID id = "oui".equals(tous)
                            ? lots.demander(demande, filtre(retour, session, agent), agent)
                            : lots.demander(demande, choisies, agent);
                    return "redirect:" + new Adresse("/corbeille/lots/" + id, Map.of("liste", retour.requete())).href();
                },
                () -> page.rendre(retour, agent, session, model));
    }

    private fr.jalon.corbeille.FiltreCorbeille filtre(ListeCorbeille liste, HttpSession session, Agent agent) {
        Lecture lue = lecture.lire(liste, session, agent);
        if (!lue.juste()) {
            throw new SaisieInvalide("taches", String.join(" ", lue.fautes()));
        }
        return lue.filtre();
    }

    private static DemandeDeLot demande(String geste, String destinataire, String motif) {
        Geste connu = Arrays.stream(Geste.values())
                .filter(g -> g != Geste.ANNULER && g.name().equals(geste))
                .findFirst()
                .orElseThrow(() -> new SaisieInvalide("taches", "Choisissez ce qu'il faut faire de ces tâches."));
        return new DemandeDeLot(
                connu,
                connu == Geste.CONFIER ? destinataire : null,
                motif.isBlank() || connu == Geste.PRENDRE ? null : motif.strip());
    }

    @GetMapping("/{id}")
    String montrer(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String liste,
            @RequestParam(defaultValue = "0") String page,
            @Appelant Agent agent,
            Model model) {
        UUID lot = lire(id);
        ListeCorbeille retour = ListeCorbeille.relire(liste);
        int numero = page.matches("\\d{1,4}") ? Integer.parseInt(page) : 0;
        LotVue vue = lots.lot(lot, agent);
        model.addAttribute("lot", ecran.de(vue));
        model.addAttribute("avancement", ecran.avancement(vue));
        var rapport = lots.rapport(lot, numero, LIGNES, agent);
        model.addAttribute("lignes", rapport.elements());
        model.addAttribute(
                "page", new Adresse("/corbeille/lots/" + id, Map.of("liste", retour.requete())).pages(rapport));
        model.addAttribute(
                "retour",
                new Vues.Lien(
                        retour.href(), "Corbeille, " + retour.onglet().libelle().toLowerCase(java.util.Locale.FRENCH)));
        return "corbeille/lot";
    }

    /** The progress alone, asked again while the work lasts. */
    @GetMapping("/{id}/avancement")
    String avancer(@PathVariable String id, @Appelant Agent agent, Model model) {
        model.addAttribute("a", ecran.avancement(lots.lot(lire(id), agent)));
        return "fragments/dossier :: avancement(a=${a})";
    }

    @PostMapping("/{id}/annulation")
    String annuler(@PathVariable String id, @Appelant Agent agent, RedirectAttributes suite) {
        try {
            UUID retour = lots.annuler(lire(id), agent);
            return "redirect:/corbeille/lots/" + retour;
        } catch (Conflit e) {
            Flash.refus(suite, e.getMessage());
            return "redirect:/corbeille/lots/" + id;
        }
    }

    private static UUID lire(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new Introuvable("Ce travail n'existe pas.");
        }
    }
}
