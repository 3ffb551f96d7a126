package fr.jalon.web.jury;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Centimes;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Reprise;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.jury.Bureau;
import fr.jalon.jury.Cloture;
import fr.jalon.jury.EnveloppesDeSeance;
import fr.jalon.jury.EnvoiDecision;
import fr.jalon.jury.PreuveDeSeance;
import fr.jalon.jury.ProcesVerbaux;
import fr.jalon.jury.Scrutins;
import fr.jalon.jury.Sens;
import fr.jalon.seance.EtatSeance;
import fr.jalon.seance.Point;
import fr.jalon.seance.SeanceVue;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The sitting on one screen: each item's vote and decision, the envelopes live, then the signature. */
@Controller
@RequestMapping("/jury/{id}/conduite")
class ConduiteController {

    private static final String VOIX = "voix-";

    private final Bureau bureau;
    private final Scrutins scrutins;
    private final EnveloppesDeSeance enveloppes;
    private final ProcesVerbaux procesVerbaux;
    private final PreuveDeSeance preuve;
    private final PointsConduits points;
    private final JuryEcran ecran;
    private final Reprise reprise;

    ConduiteController(
            Bureau bureau,
            Scrutins scrutins,
            EnveloppesDeSeance enveloppes,
            ProcesVerbaux procesVerbaux,
            PreuveDeSeance preuve,
            PointsConduits points,
            JuryEcran ecran,
            Reprise reprise) {
        this.bureau = bureau;
        this.scrutins = scrutins;
        this.enveloppes = enveloppes;
        this.procesVerbaux = procesVerbaux;
        this.preuve = preuve;
        this.points = points;
        this.ecran = ecran;
        this.reprise = reprise;
    }

    @GetMapping
    String montrer(@PathVariable UUID id, @Appelant Agent agent, Model model) {
        return page(id, Map.of(), agent, model);
    }

    /** Who has voted, asked again and again while a vote is open. */
    @GetMapping("/points/{point}/votants")
    String votants(@PathVariable UUID id, @PathVariable UUID point, @Appelant Agent agent, Model model) {
        SeanceVue seance = conduite(id, agent);
        model.addAttribute("seance", seance);
        model.addAttribute("p", points.de(seance, bureau.point(seance, point, agent), agent));
        return "jury/morceaux :: votants";
    }

    private SeanceVue conduite(UUID id, Agent agent) {
        SeanceVue seance = bureau.seance(id, agent);
        if (!bureau.conduit(seance, agent)) {
            throw new Interdit("Seule la personne qui préside, ou le secrétariat, conduit la séance.");
        }
        return seance;
    }

    @PostMapping("/points/{point}/ouverture")
    String ouvrir(
            @PathVariable UUID id,
            @PathVariable UUID point,
            @RequestParam Map<String, String> champs,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        return essayer(id, point, champs, agent, model, () -> {
            Long montant = montant(champs.get("montant-" + point));
            boolean secret = "oui".equals(champs.get("secret-" + point));
            reprise.enTransaction(() -> scrutins.ouvrir(id, point, montant, secret, agent));
            Flash.ok(suite, "Le vote est ouvert. Chaque membre vote sur son écran.");
            return retour(id, point);
        });
    }

    private static Long montant(String texte) {
        String net = Textes.ouNull(texte);
        if (net == null) {
            return null;
        }
        try {
            return Centimes.lire(
                    "montant",
                    new BigDecimal(net.replace("\u202f", "")
                            .replace("\u00a0", "")
                            .replace(" ", "")
                            .replace("€", "")
                            .replace(',', '.')));
        } catch (NumberFormatException e) {
            throw new SaisieInvalide("montant", "Écrivez un montant en euros, par exemple 450 ou 450,50.");
        }
    }

    @PostMapping("/points/{point}/main-levee")
    String mainLevee(
            @PathVariable UUID id,
            @PathVariable UUID point,
            @RequestParam Map<String, String> champs,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        return essayer(id, point, champs, agent, model, () -> {
            reprise.enTransaction(() -> scrutins.noterMainLevee(id, point, voix(champs), agent));
            Flash.ok(suite, "Les voix sont notées.");
            return retour(id, point);
        });
    }

    private static Map<UUID, Sens> voix(Map<String, String> champs) {
        Map<UUID, Sens> voix = new HashMap<>();
        champs.forEach((champ, valeur) -> {
            if (champ.startsWith(VOIX) && champ.length() == VOIX.length() + 36) {
                Arrays.stream(Sens.values())
                        .filter(s -> s.name().equals(valeur))
                        .forEach(s -> voix.put(UUID.fromString(champ.substring(VOIX.length())), s));
            }
        });
        return voix;
    }

    @PostMapping("/points/{point}/cloture")
    String clore(
            @PathVariable UUID id,
            @PathVariable UUID point,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        return essayer(id, point, Map.of(), agent, model, () -> {
            reprise.enTransaction(() -> scrutins.clore(id, point, new Cloture(null, null, null), agent));
            Flash.ok(suite, "Le vote est fermé.");
            return retour(id, point);
        });
    }

    @PostMapping("/points/{point}/abandon")
    String abandonner(
            @PathVariable UUID id,
            @PathVariable UUID point,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        return essayer(id, point, Map.of(), agent, model, () -> {
            reprise.enTransaction(() -> scrutins.abandonner(id, point, agent));
            Flash.ok(suite, "Le vote est abandonné : il ne décide rien. Votez encore, ou reportez le dossier.");
            return retour(id, point);
        });
    }

    @PostMapping("/points/{point}/decision")
    String decider(
            @PathVariable UUID id,
            @PathVariable UUID point,
            @RequestParam Map<String, String> champs,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        return essayer(id, point, champs, agent, model, () -> {
            String decision = Textes.ouNull(champs.get("decision-" + point));
            if (decision == null) {
                throw new SaisieInvalide("decision", "Choisissez la décision.");
            }
            Long montant = decision.startsWith("ACCORD") ? montant(champs.get("montantDecide-" + point)) : null;
            reprise.enTransaction(() ->
                    scrutins.decider(id, point, new Cloture(decision, montant, champs.get("motif-" + point)), agent));
            Flash.ok(suite, "La décision est écrite. Elle partira une fois le procès-verbal signé.");
            return retour(id, point);
        });
    }

    @PostMapping("/signature")
    String signer(@PathVariable UUID id, @Appelant Agent agent, Model model, RedirectAttributes suite) {
        return Saisies.essayer(
                model,
                () -> {
                    dire(procesVerbaux.signer(id, agent), "Le procès-verbal est signé. ", suite);
                    return "redirect:/jury/" + id + "/conduite";
                },
                () -> page(id, Map.of(), agent, model));
    }

    @PostMapping("/envois")
    String envoyer(@PathVariable UUID id, @Appelant Agent agent, Model model, RedirectAttributes suite) {
        return Saisies.essayer(
                model,
                () -> {
                    dire(procesVerbaux.envoyer(id, agent), "", suite);
                    return "redirect:/jury/" + id + "/conduite";
                },
                () -> page(id, Map.of(), agent, model));
    }

    private static void dire(List<EnvoiDecision> envois, String debut, RedirectAttributes suite) {
        long partis = envois.stream().filter(EnvoiDecision::parti).count();
        Flash.ok(
                suite,
                debut + Textes.combien(partis, "décision partie", "décisions parties") + " sur " + envois.size() + ".");
    }

    @GetMapping("/preuve")
    ResponseEntity<byte[]> preuve(@PathVariable UUID id, @Appelant Agent agent) {
        SeanceVue seance = conduite(id, agent);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"preuve-" + seance.numero() + ".zip\"")
                .body(preuve.de(id, agent));
    }

    private String essayer(
            UUID id, UUID point, Map<String, String> champs, Agent agent, Model model, Supplier<String> acte) {
        UnaryOperator<String> nom = champ -> {
            boolean decide = champs.containsKey("decision-" + point);
            return "montant".equals(champ) && decide
                    ? "montantDecide-" + point
                    : champ.isEmpty() ? "" : champ + "-" + point;
        };
        return Saisies.essayer(model, nom, acte, () -> page(id, champs, agent, model));
    }

    private static String retour(UUID id, UUID point) {
        return "redirect:/jury/" + id + "/conduite#point-" + point;
    }

    private String page(UUID id, Map<String, String> saisie, Agent agent, Model model) {
        SeanceVue seance = conduite(id, agent);
        model.addAttribute("seance", seance);
        model.addAttribute("titre", "Conduire : " + ecran.titre(seance));
        model.addAttribute("etat", JuryEcran.etat(seance));
        model.addAttribute("ouverte", seance.etat() == EtatSeance.TENUE);
        model.addAttribute("aOuvrir", seance.etat() == EtatSeance.CONVOQUEE);
        model.addAttribute("close", seance.etat() == EtatSeance.CLOSE);
        model.addAttribute("signee", seance.etat() == EtatSeance.SIGNEE);
        model.addAttribute("secretaire", agent.a(fr.jalon.agent.Role.RESPONSABLE_DISPOSITIFS));
        model.addAttribute(
                "preside", bureau.president(seance, null).map(m -> m.nom()).orElse(null));
        model.addAttribute(
                "signataire",
                bureau.president(seance, null)
                        .filter(m -> agent.identifiant().equals(m.identifiant()) || m.identifiant() == null)
                        .isPresent());
        model.addAttribute(
                "points",
                bureau.points(seance, agent).stream()
                        .map(p -> points.de(seance, p, agent))
                        .toList());
        model.addAttribute(
                "restent", seance.points().stream().filter(Point::attendu).count());
        model.addAttribute(
                "enveloppes",
                enveloppes.de(seance).stream().map(JuryEcran::enveloppe).toList());
        model.addAttribute(
                "autresEnveloppes",
                enveloppes.autres(seance).stream().map(JuryEcran::enveloppe).toList());
        model.addAttribute(
                "sens",
                Arrays.stream(Sens.values())
                        .map(s -> new Vues.Choix(s.name(), s.libelle(), null))
                        .toList());
        model.addAttribute("envois", seance.etat() == EtatSeance.SIGNEE ? procesVerbaux.envois(seance) : List.of());
        model.addAttribute("saisie", saisie);
        model.addAttribute("retour", new Vues.Lien("/jury/" + id, ecran.titre(seance)));
        return "jury/conduite";
    }
}
