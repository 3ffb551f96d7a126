package fr.jalon.web.seance;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.seance.AvisDicte;
import fr.jalon.seance.Deliberations;
import fr.jalon.seance.EtatSeance;
import fr.jalon.seance.MembresSeance;
import fr.jalon.seance.Point;
import fr.jalon.seance.Presence;
import fr.jalon.seance.SeanceVue;
import fr.jalon.seance.Seances;
import fr.jalon.seance.Tenue;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A session while it is held, on one screen: attendance, recusals, opinions, end. */
@Controller
@RequestMapping("/seances/{id}/tenue")
class TenueController {

    private static final String PRESENCE = "presence-";

    private final Seances seances;
    private final Tenue tenue;
    private final Deliberations deliberations;
    private final MembresSeance membres;
    private final SeanceEcran ecran;
    private final Horloge horloge;

    TenueController(
            Seances seances,
            Tenue tenue,
            Deliberations deliberations,
            MembresSeance membres,
            SeanceEcran ecran,
            Horloge horloge) {
        this.seances = seances;
        this.tenue = tenue;
        this.deliberations = deliberations;
        this.membres = membres;
        this.ecran = ecran;
        this.horloge = horloge;
    }

    @GetMapping
    String montrer(@PathVariable UUID id, @Appelant Agent agent, Model model) {
        return page(id, Map.of(), agent, model);
    }

    @PostMapping("/ouverture")
    String ouvrir(
            @PathVariable UUID id,
            @RequestParam Map<String, String> champs,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        return essayer(id, champs, UnaryOperator.identity(), agent, model, () -> {
            tenue.ouvrir(id, presences(champs), HeuresDeSeance.heure(champs), agent);
            Flash.ok(suite, "La séance est ouverte.");
            return retour(id, "#avis");
        });
    }

    @PostMapping("/presences")
    String noterPresences(
            @PathVariable UUID id,
            @RequestParam Map<String, String> champs,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        return essayer(id, champs, UnaryOperator.identity(), agent, model, () -> {
            tenue.noterPresences(id, presences(champs), HeuresDeSeance.heure(champs), agent);
            Flash.ok(suite, "Les présences sont à jour.");
            return retour(id, "");
        });
    }

    @PostMapping("/points/{point}/deport")
    String deporter(
            @PathVariable UUID id,
            @PathVariable UUID point,
            @RequestParam Map<String, String> champs,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        return essayer(id, champs, champ -> champ + "-" + point, agent, model, () -> {
            deliberations.deporter(
                    id,
                    point,
                    PreparationController.uuid(champs.get("membre-" + point)),
                    champs.get("motifDeport-" + point),
                    agent);
            Flash.ok(suite, "Le déport est noté.");
            return retour(id, "#point-" + point);
        });
    }

    @PostMapping("/points/{point}/avis")
    String rendreAvis(
            @PathVariable UUID id,
            @PathVariable UUID point,
            @RequestParam Map<String, String> champs,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        return essayer(id, champs, champ -> champ.isEmpty() ? "" : champ + "-" + point, agent, model, () -> {
            deliberations.rendreAvis(
                    id,
                    point,
                    new AvisDicte(
                            champs.get("avis-" + point),
                            champs.get("motif-" + point),
                            voix(champs.get("pour-" + point)),
                            voix(champs.get("contre-" + point)),
                            voix(champs.get("abstentions-" + point)),
                            version(champs)),
                    agent);
            Flash.ok(suite, "L’avis est enregistré.");
            return retour(id, "#point-" + point);
        });
    }

    /** Takes a recusal back, before the opinion. */
    @PostMapping("/points/{point}/deport/{membre}/annulation")
    String annulerDeport(
            @PathVariable UUID id,
            @PathVariable UUID point,
            @PathVariable UUID membre,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        return essayer(id, Map.of(), UnaryOperator.identity(), agent, model, () -> {
            deliberations.annulerDeport(id, point, membre, agent);
            Flash.ok(suite, "Le déport est annulé.");
            return retour(id, "#point-" + point);
        });
    }

    @PostMapping("/points/{point}/avis/retrait")
    String effacerAvis(
            @PathVariable UUID id,
            @PathVariable UUID point,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        return essayer(id, Map.of(), UnaryOperator.identity(), agent, model, () -> {
            deliberations.effacerAvis(id, point, agent);
            Flash.ok(suite, "L’avis est retiré. Le dossier attend de nouveau son avis.");
            return retour(id, "#point-" + point);
        });
    }

    @PostMapping("/points/{point}/report")
    String reporter(
            @PathVariable UUID id,
            @PathVariable UUID point,
            @RequestParam Map<String, String> champs,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        return essayer(id, champs, champ -> champ + "-" + point, agent, model, () -> {
            String vers = champs.get("vers-" + point);
            deliberations.reporter(id, point, champs.get("motifReport-" + point), autreSeance(vers), agent);
            Flash.ok(suite, "Le dossier est reporté. Il part vers une autre séance à la clôture de celle-ci.");
            return retour(id, "#point-" + point);
        });
    }

    /** @throws SaisieInvalide on {@code vers} when what is chosen is no session */
    private static UUID autreSeance(String texte) {
        UUID seance = PreparationController.uuid(texte);
        if (seance == null && texte != null && !texte.isBlank()) {
            throw new SaisieInvalide("vers", "Choisissez une séance à venir de la liste.");
        }
        return seance;
    }

    @PostMapping("/points/{point}/reprise")
    String reprendre(
            @PathVariable UUID id,
            @PathVariable UUID point,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        return essayer(id, Map.of(), UnaryOperator.identity(), agent, model, () -> {
            deliberations.reprendre(id, point, agent);
            Flash.ok(suite, "Le dossier est de nouveau à examiner.");
            return retour(id, "#point-" + point);
        });
    }

    /** A substitute who comes in while the session is held; its arrival is then noted with the attendance. */
    @PostMapping("/suppleants")
    String ajouterSuppleant(
            @PathVariable UUID id,
            @RequestParam Map<String, String> champs,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        return essayer(id, champs, UnaryOperator.identity(), agent, model, () -> {
            membres.remplacer(
                    id,
                    PreparationController.uuid(champs.get("suppleantDe")),
                    Textes.ouNull(champs.get("membre")),
                    champs.get("nom"),
                    agent);
            Flash.ok(suite, "Le suppléant est ajouté. Notez son arrivée dans les présences.");
            return retour(id, "");
        });
    }

    @PostMapping("/cloture")
    String clore(
            @PathVariable UUID id,
            @RequestParam Map<String, String> champs,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        return essayer(
                id,
                Map.of("heureCloture", champs.getOrDefault("heureCloture", "")),
                champ -> champ.equals("heure") ? "heureCloture" : champ,
                agent,
                model,
                () -> {
                    UUID procesVerbal = tenue.clore(
                            id, HeuresDeSeance.heure(Map.of("heure", champs.getOrDefault("heureCloture", ""))), agent);
                    Flash.dire(
                            suite,
                            new Vues.Message(
                                    "ok",
                                    "La séance est close. Les avis donnés sont dans leurs dossiers.",
                                    null,
                                    "/seances/" + id + "/documents/" + procesVerbal,
                                    "Lire le procès-verbal"));
                    return "redirect:/seances/" + id;
                });
    }

    private String essayer(
            UUID id,
            Map<String, String> champs,
            UnaryOperator<String> nom,
            Agent agent,
            Model model,
            Supplier<String> acte) {
        return Saisies.essayer(model, nom, acte, () -> page(id, champs, agent, model));
    }

    private String page(UUID id, Map<String, String> saisie, Agent agent, Model model) {
        SeanceVue seance = seances.seance(id, agent);
        model.addAttribute("seance", seance);
        model.addAttribute("titre", "Tenir la séance du " + Mots.jour(seance.jour()));
        model.addAttribute("etat", SeanceEcran.badge(seance));
        model.addAttribute("ouverte", seance.etat() == EtatSeance.TENUE);
        boolean tropTot = horloge.aujourdhui().isBefore(seance.jour());
        model.addAttribute("ouvrable", seance.etat() == EtatSeance.CONVOQUEE && !tropTot);
        model.addAttribute("tropTot", seance.etat() == EtatSeance.CONVOQUEE && tropTot);
        model.addAttribute("jour", Mots.jour(seance.jour()));
        model.addAttribute("quorum", ecran.quorum(seance));
        model.addAttribute("sieges", ecran.sieges(seance));
        model.addAttribute("presences", SeanceEcran.presences());
        model.addAttribute("points", ecran.points(seance));
        model.addAttribute(
                "restent", seance.points().stream().filter(Point::attendu).count());
        model.addAttribute(
                "ouverteA", seance.ouverteLe() == null ? null : "Ouverte à " + SeanceEcran.heure(seance.ouverteLe()));
        if (seance.etat() == EtatSeance.TENUE) {
            model.addAttribute("suivantes", ecran.suivantes(seance, agent));
            model.addAttribute("comptes", ecran.comptes(seance));
            model.addAttribute("remplacables", SeanceEcran.titulaires(seance));
        }
        model.addAttribute("annulable", seance.etat() == EtatSeance.TENUE && !seance.unAvisRendu());
        model.addAttribute("auScrutin", ecran.auScrutin(seance));
        model.addAttribute("saisie", saisie);
        model.addAttribute("retour", new Vues.Lien("/seances/" + id, ecran.titre(seance)));
        return "seance/tenue";
    }

    private static String retour(UUID id, String ancre) {
        return "redirect:/seances/" + id + "/tenue" + ancre;
    }

    private static Map<UUID, Presence> presences(Map<String, String> champs) {
        Map<UUID, Presence> presences = new HashMap<>();
        champs.forEach((champ, valeur) -> {
            UUID membre =
                    champ.startsWith(PRESENCE) ? PreparationController.uuid(champ.substring(PRESENCE.length())) : null;
            if (membre != null) {
                Arrays.stream(Presence.values())
                        .filter(p -> p.name().equals(valeur))
                        .forEach(p -> presences.put(membre, p));
            }
        });
        return presences;
    }

    /** @throws SaisieInvalide on {@code votes} */
    private static Integer voix(String texte) {
        if (texte == null || texte.isBlank()) {
            return null;
        }
        if (!texte.strip().matches("\\d{1,3}")) {
            throw new SaisieInvalide("votes", "Écrivez les voix en chiffres.");
        }
        return Integer.valueOf(texte.strip());
    }

    /** A version that cannot be read is none that was shown: the writer is told to read again. */
    private static int version(Map<String, String> champs) {
        String texte = champs.getOrDefault("version", "");
        return texte.matches("\\d{1,9}") ? Integer.parseInt(texte) : -1;
    }
}
