package fr.jalon.web.jury;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Reprise;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.jury.AvisPrepare;
import fr.jalon.jury.AvisPrepares;
import fr.jalon.jury.Bureau;
import fr.jalon.jury.Recepisse;
import fr.jalon.jury.Remarques;
import fr.jalon.jury.Scrutins;
import fr.jalon.jury.Sens;
import fr.jalon.seance.Cahiers;
import fr.jalon.seance.Deliberations;
import fr.jalon.seance.EtatSeance;
import fr.jalon.seance.Membre;
import fr.jalon.seance.SeanceVue;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.ReponsePdf;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The desk of a member: its cases, one page each; it prepares its opinion there, then votes. */
@Controller
@RequestMapping("/jury/{id}")
class PupitreController {

    private final Bureau bureau;
    private final Scrutins scrutins;
    private final AvisPrepares avis;
    private final Deliberations deliberations;
    private final Remarques remarques;
    private final Cahiers cahiers;
    private final JuryEcran ecran;
    private final PagePoint page;
    private final Reprise reprise;

    PupitreController(
            Bureau bureau,
            Scrutins scrutins,
            AvisPrepares avis,
            Deliberations deliberations,
            Remarques remarques,
            Cahiers cahiers,
            JuryEcran ecran,
            PagePoint page,
            Reprise reprise) {
        this.bureau = bureau;
        this.scrutins = scrutins;
        this.avis = avis;
        this.deliberations = deliberations;
        this.remarques = remarques;
        this.cahiers = cahiers;
        this.ecran = ecran;
        this.page = page;
        this.reprise = reprise;
    }

    @GetMapping
    String montrer(@PathVariable UUID id, @Appelant Agent agent, Model model) {
        return seance(id, Map.of(), agent, model);
    }

    private String seance(UUID id, Map<String, String> saisie, Agent agent, Model model) {
        SeanceVue seance = bureau.seance(id, agent);
        model.addAttribute("seance", seance);
        model.addAttribute("titre", ecran.titre(seance));
        model.addAttribute("etat", JuryEcran.etat(seance));
        model.addAttribute("lignes", ecran.lignes(seance, agent));
        model.addAttribute(
                "sorties",
                bureau.sorties(seance, agent).stream()
                        .map(p -> JuryEcran.nom(seance, p))
                        .toList());
        model.addAttribute("conduit", bureau.conduit(seance, agent));
        model.addAttribute("membre", bureau.siege(seance, agent).isPresent());
        model.addAttribute("close", seance.etat() == EtatSeance.CLOSE);
        model.addAttribute("achevee", seance.etat().achevee());
        model.addAttribute("signee", seance.etat() == EtatSeance.SIGNEE);
        model.addAttribute(
                "pouvoirs", bureau.pouvoirs(seance) > 0 && !seance.etat().finie());
        model.addAttribute("saisie", saisie);
        model.addAttribute("retour", new Vues.Lien("/mes-seances", "Mes séances"));
        return "jury/seance";
    }

    /** All the sheets that the caller may read, in one PDF. */
    @GetMapping("/cahier")
    ResponseEntity<byte[]> cahier(@PathVariable UUID id, @Appelant Agent agent) {
        SeanceVue seance = bureau.seance(id, agent);
        return ReponsePdf.montrer(
                "cahier-" + seance.numero(),
                bureau.siege(seance, agent).isPresent()
                        ? cahiers.deMembre(seance, agent)
                        : cahiers.deLOrganisateur(seance, agent));
    }

    @PostMapping("/remarques")
    String remarquer(
            @PathVariable UUID id,
            @RequestParam Map<String, String> champs,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        return Saisies.essayer(
                model,
                () -> {
                    remarques.ecrire(id, champs.get("remarque"), agent);
                    Flash.ok(suite, "Votre remarque sera imprimée avec le procès-verbal.");
                    return "redirect:/jury/" + id;
                },
                () -> seance(id, champs, agent, model));
    }

    @GetMapping("/points/{point}")
    String lire(@PathVariable UUID id, @PathVariable UUID point, @Appelant Agent agent, Model model) {
        return page.montrer(id, point, Map.of(), agent, model);
    }

    /** The vote alone, asked again and again while the page is open. */
    @GetMapping("/points/{point}/vote")
    String vote(@PathVariable UUID id, @PathVariable UUID point, @Appelant Agent agent, Model model) {
        SeanceVue seance = bureau.seance(id, agent);
        page.voter(seance, bureau.point(seance, point, agent), agent, model);
        return "jury/morceaux :: vote";
    }

    @PostMapping("/points/{point}/bulletin")
    String voter(
            @PathVariable UUID id,
            @PathVariable UUID point,
            @RequestParam(required = false) String sens,
            @RequestParam(required = false) UUID siege,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        return essayer(id, point, Map.of(), agent, model, () -> {
            Sens choisi = sens(sens, "sens");
            Recepisse recu = reprise.enTransaction(() -> scrutins.voter(id, point, siege, choisi, agent));
            Flash.ok(
                    suite,
                    (siege == null
                                    ? "Votre vote est enregistré."
                                    : "La voix dont vous portez le pouvoir est enregistrée.")
                            + " Récépissé : " + recu.recepisse() + ".");
            return retour(id, point);
        });
    }

    private static Sens sens(String texte, String champ) {
        return Arrays.stream(Sens.values())
                .filter(s -> s.name().equals(texte))
                .findFirst()
                .orElseThrow(() -> new SaisieInvalide(champ, "Choisissez pour, contre ou abstention."));
    }

    @PostMapping("/points/{point}/avis")
    String preparer(
            @PathVariable UUID id,
            @PathVariable UUID point,
            @RequestParam Map<String, String> champs,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        return essayer(id, point, champs, agent, model, () -> {
            SeanceVue seance = bureau.seance(id, agent);
            List<AvisPrepare.Note> notes = avis.grille(seance, bureau.point(seance, point, agent)).stream()
                    .map(c -> new AvisPrepare.Note(c.code(), note(champs.get("note-" + c.code()))))
                    .toList();
            String recommandation = champs.get("recommandation");
            AvisPrepare prepare = new AvisPrepare(
                    notes,
                    recommandation == null ? null : sens(recommandation, "recommandation"),
                    champs.get("commentaire"));
            reprise.enTransaction(() -> avis.deposer(id, point, prepare, agent));
            Flash.ok(suite, "Votre avis est scellé. Personne ne le lit avant le vote.");
            return retour(id, point);
        });
    }

    private static Integer note(String texte) {
        return texte != null && texte.matches("[1-9]") ? Integer.valueOf(texte) : null;
    }

    @PostMapping("/points/{point}/deport")
    String seDeporter(
            @PathVariable UUID id,
            @PathVariable UUID point,
            @RequestParam Map<String, String> champs,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        return essayer(id, point, champs, agent, model, () -> {
            SeanceVue seance = bureau.seance(id, agent);
            Membre moi = bureau.siege(seance, agent)
                    .orElseThrow(() -> new Interdit("Seul un membre de la séance peut se déporter."));
            deliberations.deporter(id, point, moi.id(), champs.get("motifDeport"), agent);
            Flash.ok(suite, "Votre déport est noté. Ce dossier ne vous est plus montré.");
            return "redirect:/jury/" + id;
        });
    }

    private String essayer(
            UUID id, UUID point, Map<String, String> champs, Agent agent, Model model, Supplier<String> acte) {
        return Saisies.essayer(
                model, UnaryOperator.identity(), acte, () -> page.montrer(id, point, champs, agent, model));
    }

    static String retour(UUID id, UUID point) {
        return "redirect:/jury/" + id + "/points/" + point;
    }
}
