package fr.jalon.web.jury;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Reprise;
import fr.jalon.jury.Bureau;
import fr.jalon.jury.FicheSimple;
import fr.jalon.jury.LiensSignales;
import fr.jalon.jury.NotesDeMembre;
import fr.jalon.jury.PiecesDuPoint;
import fr.jalon.piece.Fichiers;
import fr.jalon.seance.Point;
import fr.jalon.seance.SeanceVue;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
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

/** What a member does while it reads an item: the sheet in plain French, its own note, its answer to a tie. */
@Controller
@RequestMapping("/jury/{id}/points/{point}")
class LectureController {

    private final Bureau bureau;
    private final FicheSimple simple;
    private final NotesDeMembre notes;
    private final LiensSignales liens;
    private final PiecesDuPoint pieces;
    private final JuryEcran ecran;
    private final PagePoint page;
    private final Reprise reprise;

    LectureController(
            Bureau bureau,
            FicheSimple simple,
            NotesDeMembre notes,
            LiensSignales liens,
            PiecesDuPoint pieces,
            JuryEcran ecran,
            PagePoint page,
            Reprise reprise) {
        this.bureau = bureau;
        this.simple = simple;
        this.notes = notes;
        this.liens = liens;
        this.pieces = pieces;
        this.ecran = ecran;
        this.page = page;
        this.reprise = reprise;
    }

    @GetMapping("/simple")
    String simple(@PathVariable UUID id, @PathVariable UUID point, @Appelant Agent agent, Model model) {
        SeanceVue seance = bureau.seance(id, agent);
        Point lu = bureau.point(seance, point, agent);
        model.addAttribute("titre", JuryEcran.nom(seance, lu));
        model.addAttribute("phrases", simple.de(seance, lu));
        page.voisins(seance, lu, agent, model);
        model.addAttribute("seance", seance);
        model.addAttribute("entiere", "/jury/" + id + "/points/" + point);
        model.addAttribute("retour", new Vues.Lien("/jury/" + id, ecran.titre(seance)));
        return "jury/simple";
    }

    @GetMapping("/pieces/{fichier}")
    ResponseEntity<byte[]> piece(
            @PathVariable UUID id, @PathVariable UUID point, @PathVariable UUID fichier, @Appelant Agent agent) {
        Fichiers.Contenu contenu = pieces.ouvrir(id, point, fichier, agent);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(contenu.fichier().typeMime()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(contenu.fichier().nom(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(contenu.octets());
    }

    @PostMapping("/note")
    String noter(
            @PathVariable UUID id,
            @PathVariable UUID point,
            @RequestParam Map<String, String> champs,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        return essayer(id, point, champs, agent, model, () -> {
            reprise.enTransaction(() -> notes.ecrire(id, point, champs.get("note"), agent));
            Flash.ok(suite, "Votre note est gardée. Personne d’autre ne la lit.");
        });
    }

    @PostMapping("/lien")
    String ecarter(
            @PathVariable UUID id,
            @PathVariable UUID point,
            @RequestParam Map<String, String> champs,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        return essayer(id, point, champs, agent, model, () -> {
            reprise.enTransaction(() -> liens.ecarter(id, point, champs.get("raisonLien"), agent));
            Flash.ok(suite, "Votre réponse est notée. Elle sera dans le procès-verbal.");
        });
    }

    /** Does the act and comes back to the item; refused, the page is shown again with what was typed. */
    private String essayer(UUID id, UUID point, Map<String, String> champs, Agent agent, Model model, Runnable acte) {
        return Saisies.essayer(
                model,
                () -> {
                    acte.run();
                    return PupitreController.retour(id, point);
                },
                () -> page.montrer(id, point, champs, agent, model));
    }
}
