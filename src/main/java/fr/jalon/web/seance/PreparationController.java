package fr.jalon.web.seance;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Textes;
import fr.jalon.seance.EtatSeance;
import fr.jalon.seance.Fiches;
import fr.jalon.seance.MembresSeance;
import fr.jalon.seance.NouveauMembre;
import fr.jalon.seance.Preparation;
import fr.jalon.seance.SeanceVue;
import fr.jalon.seance.Seances;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** A session before it is held: members, agenda, convocations. */
@Controller
@RequestMapping("/seances/{id}")
class PreparationController {

    private final Seances seances;
    private final Preparation preparation;
    private final MembresSeance membres;
    private final Fiches fiches;
    private final SeanceEcran ecran;

    PreparationController(
            Seances seances, Preparation preparation, MembresSeance membres, Fiches fiches, SeanceEcran ecran) {
        this.seances = seances;
        this.preparation = preparation;
        this.membres = membres;
        this.fiches = fiches;
        this.ecran = ecran;
    }

    @GetMapping
    String montrer(@PathVariable UUID id, @Appelant Agent agent, Model model) {
        return page(id, Map.of(), agent, model);
    }

    @PostMapping("/membres")
    String ajouterMembre(
            @PathVariable UUID id,
            @RequestParam Map<String, String> champs,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        return Saisies.essayer(
                model,
                () -> {
                    membres.ajouter(
                            id,
                            new NouveauMembre(
                                    Textes.ouNull(champs.get("membre")),
                                    champs.get("nom"),
                                    champs.get("qualite"),
                                    champs.get("adresse"),
                                    uuid(champs.get("suppleantDe"))),
                            agent);
                    Flash.ok(suite, "Le membre est ajouté.");
                    return "redirect:/seances/" + id + "#membres";
                },
                () -> page(id, champs, agent, model));
    }

    @PostMapping("/membres/{membre}/retrait")
    String retirerMembre(
            @PathVariable UUID id,
            @PathVariable UUID membre,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        return acte(
                id, Map.of(), agent, model, suite, "Le membre est retiré.", qui -> membres.retirer(id, membre, qui));
    }

    @PostMapping("/points")
    String inscrire(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<String> cas,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        return acte(
                id,
                Map.of(),
                agent,
                model,
                suite,
                "L’ordre du jour est à jour.",
                qui -> preparation.inscrire(id, uuids(cas), qui));
    }

    @PostMapping("/points/{point}/retrait")
    String desinscrire(
            @PathVariable UUID id,
            @PathVariable UUID point,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        return acte(
                id,
                Map.of(),
                agent,
                model,
                suite,
                "Le dossier attend une autre séance.",
                qui -> preparation.desinscrire(id, point, qui));
    }

    @PostMapping("/convocation")
    String convoquer(
            @PathVariable UUID id,
            @RequestParam Map<String, String> champs,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        return acte(
                id,
                champs,
                agent,
                model,
                suite,
                "Les convocations sont écrites. Imprimez-les, ou envoyez-les : chacune est à côté du nom du membre.",
                qui -> preparation.convoquer(id, champs.get("motifDelai"), qui));
    }

    @PostMapping("/annulation")
    String annuler(
            @PathVariable UUID id,
            @RequestParam Map<String, String> champs,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        return acte(
                id,
                champs,
                agent,
                model,
                suite,
                "La séance est annulée. Ses dossiers attendent une autre séance.",
                qui -> seances.annuler(id, champs.get("motifAnnulation"), qui));
    }

    /** Another day: a new session takes the members and the agenda of this one. */
    @PostMapping("/report")
    String reporter(
            @PathVariable UUID id,
            @RequestParam Map<String, String> champs,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        return Saisies.essayer(
                model,
                champ -> champ.equals("debut") ? "jour" : champ.equals("motifAnnulation") ? "motifReport" : champ,
                () -> {
                    SeanceVue nouvelle = seances.reporter(
                            id, HeuresDeSeance.debut(champs), champs.get("lieu"), champs.get("motifReport"), agent);
                    Flash.ok(suite, "La séance est reportée. Ses membres sont à convoquer de nouveau.");
                    return "redirect:/seances/" + nouvelle.id();
                },
                () -> page(id, champs, agent, model));
    }

    /** Seats the standing members that are ticked. */
    @PostMapping("/equipe")
    String reprendreLEquipe(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<String> permanents,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        return acte(
                id,
                Map.of(),
                agent,
                model,
                suite,
                "L’équipe permanente siège à cette séance.",
                qui -> membres.reprendreLEquipe(id, uuids(permanents), qui));
    }

    @PostMapping("/equipe-permanente")
    String garderLEquipe(@PathVariable UUID id, @Appelant Agent agent, Model model, RedirectAttributes suite) {
        return acte(
                id,
                Map.of(),
                agent,
                model,
                suite,
                "Ces membres seront proposés à chaque nouvelle séance.",
                qui -> membres.garderLEquipe(id, qui));
    }

    private static List<UUID> uuids(List<String> textes) {
        return textes.stream()
                .map(PreparationController::uuid)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Every sheet, to print. */
    @GetMapping("/fiches")
    String fiches(@PathVariable UUID id, @Appelant Agent agent, Model model) {
        SeanceVue seance = seances.seance(id, agent);
        model.addAttribute("titre", "Fiches, " + ecran.titre(seance));
        model.addAttribute("points", fiches.lisibles(id, agent));
        model.addAttribute("fiches", fiches.deLaSeance(id, agent));
        model.addAttribute("anonyme", seance.anonyme());
        model.addAttribute("retour", new Vues.Lien("/seances/" + id, "La séance"));
        return "seance/fiches";
    }

    private String acte(
            UUID id,
            Map<String, String> champs,
            Agent agent,
            Model model,
            RedirectAttributes suite,
            String fait,
            Consumer<Agent> acte) {
        return Saisies.essayer(
                model,
                () -> {
                    acte.accept(agent);
                    Flash.ok(suite, fait);
                    return "redirect:/seances/" + id;
                },
                () -> page(id, champs, agent, model));
    }

    private String page(UUID id, Map<String, String> saisie, Agent agent, Model model) {
        SeanceVue seance = seances.seance(id, agent);
        boolean modifiable = seance.etat().modifiable();
        model.addAttribute("seance", seance);
        model.addAttribute("titre", ecran.titre(seance));
        model.addAttribute("etat", SeanceEcran.badge(seance));
        model.addAttribute("resume", ecran.resume(seance));
        model.addAttribute("sieges", ecran.sieges(seance));
        model.addAttribute("points", ecran.points(seance));
        model.addAttribute("modifiable", modifiable);
        model.addAttribute("annulable", modifiable || (seance.etat() == EtatSeance.TENUE && !seance.unAvisRendu()));
        model.addAttribute(
                "convoques",
                seance.membres().stream().filter(m -> m.convocation() != null).count());
        model.addAttribute("delaiCourt", modifiable && preparation.delaiCourt(seance));
        model.addAttribute("tenable", seance.etat() == EtatSeance.CONVOQUEE || seance.etat() == EtatSeance.TENUE);
        model.addAttribute(
                "aConvoquer",
                seance.etat() == EtatSeance.CONVOQUEE
                        && seance.membres().stream().anyMatch(m -> m.convocation() == null));
        model.addAttribute("saisie", saisie);
        if (modifiable) {
            model.addAttribute("permanents", ecran.permanents(seance));
            model.addAttribute("prets", ecran.prets(seance));
            model.addAttribute("comptes", ecran.comptes(seance));
            model.addAttribute("qualites", ecran.qualites(seance));
            model.addAttribute("titulaires", SeanceEcran.titulaires(seance));
        }
        model.addAttribute("retour", SeancesController.RETOUR);
        return "seance/seance";
    }

    static UUID uuid(String texte) {
        try {
            return texte == null || texte.isBlank() ? null : UUID.fromString(texte);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
