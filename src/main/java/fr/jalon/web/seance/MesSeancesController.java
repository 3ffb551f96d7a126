package fr.jalon.web.seance;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Introuvable;
import fr.jalon.seance.Attestations;
import fr.jalon.seance.Deliberations;
import fr.jalon.seance.FicheCas;
import fr.jalon.seance.Fiches;
import fr.jalon.seance.Membre;
import fr.jalon.seance.Point;
import fr.jalon.seance.SeanceVue;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
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

/** The pack of a member: its sessions, their agenda without any name, then a sheet once nothing ties it to the person. */
@Controller
@RequestMapping(MesSeancesController.CHEMIN)
class MesSeancesController {

    static final String CHEMIN = "/mes-seances";

    private final Fiches fiches;
    private final Attestations attestations;
    private final Deliberations deliberations;
    private final SeanceEcran ecran;

    MesSeancesController(Fiches fiches, Attestations attestations, Deliberations deliberations, SeanceEcran ecran) {
        this.fiches = fiches;
        this.attestations = attestations;
        this.deliberations = deliberations;
        this.ecran = ecran;
    }

    /** An item before its sheet is read. */
    record Sujet(
            UUID id, int rang, String numero, String question, boolean deporte, boolean deportAnnulable, boolean lie) {}

    @GetMapping
    String lister(@Appelant Agent agent, Model model) {
        model.addAttribute(
                "lignes",
                fiches.seancesDe(agent).stream()
                        .map(s -> ecran.ligne(s, ecran.auScrutin(s) ? "/jury/" : CHEMIN + "/"))
                        .toList());
        model.addAttribute("attestations", attestations.annees(agent));
        return "seance/mes-seances";
    }

    @GetMapping("/{id}")
    String montrer(@PathVariable UUID id, @Appelant Agent agent, Model model) {
        if (ecran.auScrutin(fiches.seanceDe(id, agent))) {
            return "redirect:/jury/" + id;
        }
        return page(id, Map.of(), agent, model);
    }

    @GetMapping("/{id}/points/{point}")
    String lire(@PathVariable UUID id, @PathVariable UUID point, @Appelant Agent agent, Model model) {
        FicheCas fiche = fiches.pourMembre(id, point, agent);
        SeanceVue seance = fiches.seanceDe(id, agent);
        Point p = seance.point(point).orElseThrow(() -> new Introuvable("Ce dossier n'est pas à l'ordre du jour."));
        model.addAttribute("fiche", fiche);
        model.addAttribute("seance", seance);
        model.addAttribute("point", point);
        model.addAttribute("close", seance.etat().achevee());
        model.addAttribute("numero", seance.anonyme() ? "Dossier n° " + p.rang() : p.numeroDossier());
        model.addAttribute("retour", new Vues.Lien(CHEMIN + "/" + id, ecran.titre(seance)));
        return "seance/fiche";
    }

    @PostMapping("/{id}/points/{point}/deport")
    String seDeporter(
            @PathVariable UUID id,
            @PathVariable UUID point,
            @RequestParam Map<String, String> champs,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        return Saisies.essayer(
                model,
                champ -> champ + "-" + point,
                () -> {
                    Membre moi = moi(fiches.seanceDe(id, agent), agent);
                    deliberations.deporter(id, point, moi.id(), champs.get("motifDeport-" + point), agent);
                    Flash.ok(suite, "Votre déport est noté. La fiche ne vous est plus montrée.");
                    return "redirect:" + CHEMIN + "/" + id;
                },
                () -> page(id, champs, agent, model));
    }

    @PostMapping("/{id}/points/{point}/deport/annulation")
    String annulerDeport(
            @PathVariable UUID id,
            @PathVariable UUID point,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        return Saisies.essayer(
                model,
                () -> {
                    Membre moi = moi(fiches.seanceDe(id, agent), agent);
                    deliberations.annulerDeport(id, point, moi.id(), agent);
                    Flash.ok(suite, "Votre déport est annulé.");
                    return "redirect:" + CHEMIN + "/" + id;
                },
                () -> page(id, Map.of(), agent, model));
    }

    private String page(UUID id, Map<String, String> saisie, Agent agent, Model model) {
        SeanceVue seance = fiches.seanceDe(id, agent);
        Membre moi = moi(seance, agent);
        model.addAttribute("seance", seance);
        model.addAttribute("titre", ecran.titre(seance));
        model.addAttribute("etat", SeanceEcran.badge(seance));
        model.addAttribute("resume", ecran.resume(seance));
        model.addAttribute("close", seance.etat().achevee());
        model.addAttribute(
                "sujets",
                seance.points().stream()
                        .map(p -> new Sujet(
                                p.id(),
                                p.rang(),
                                seance.anonyme() ? "Dossier n° " + p.rang() : p.numeroDossier(),
                                fiches.question(p.question(), p.dossierId()),
                                p.deporte(moi.id()),
                                p.attendu() && !seance.etat().finie(),
                                fiches.lieConnu(p, moi)))
                        .toList());
        model.addAttribute("saisie", saisie);
        model.addAttribute("retour", new Vues.Lien(CHEMIN, "Mes séances"));
        return "seance/mon-ordre";
    }

    private static Membre moi(SeanceVue seance, Agent agent) {
        return seance.membre(agent.identifiant()).orElseThrow(() -> new Introuvable("Cette séance n'existe pas."));
    }
}
