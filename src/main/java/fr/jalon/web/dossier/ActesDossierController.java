package fr.jalon.web.dossier;

import fr.jalon.agent.Agent;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EtatPiece;
import fr.jalon.dossier.Pieces;
import fr.jalon.dossier.Signalement;
import fr.jalon.dossier.Signalements;
import fr.jalon.piece.Analyse;
import fr.jalon.piece.FichierVue;
import fr.jalon.piece.Fichiers;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.OctetsRecus;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.corbeille.ListeCorbeille;
import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What one does on a dossier, from its own page or from that of a task: each act goes back to where it came from. */
@Controller
@RequestMapping("/dossiers/{numero}")
class ActesDossierController {

    private final Dossiers dossiers;
    private final Pieces pieces;
    private final Fichiers fichiers;
    private final Signalements signalements;
    private final PageDossier pageDossier;
    private final PageTache pageTache;

    ActesDossierController(
            Dossiers dossiers,
            Pieces pieces,
            Fichiers fichiers,
            Signalements signalements,
            PageDossier pageDossier,
            PageTache pageTache) {
        this.dossiers = dossiers;
        this.pieces = pieces;
        this.fichiers = fichiers;
        this.signalements = signalements;
        this.pageDossier = pageDossier;
        this.pageTache = pageTache;
    }

    /** What to say of a file that nobody can open yet. */
    private static final Map<Analyse, String> MOTS_DE_L_ANALYSE = Map.of(
            Analyse.EN_ATTENTE,
            "Le fichier attend la réponse de l'antivirus. La pièce sera notée reçue quand il l'aura jugé sain.",
            Analyse.QUARANTAINE,
            "L'antivirus a trouvé un danger dans ce fichier : il est en quarantaine, et la pièce reste à apporter.");

    /** Where the act was done: on the dossier, or on one of its tasks opened from a list. */
    record Origine(DossierVue dossier, String tache, ListeCorbeille liste, Agent agent, HttpSession session) {}

    @ModelAttribute
    Origine origine(
            @PathVariable String numero,
            @RequestParam(defaultValue = "") String tache,
            @RequestParam(defaultValue = "") String liste,
            @Appelant Agent agent,
            HttpSession session) {
        return new Origine(dossiers.parNumero(numero, agent), tache, ListeCorbeille.relire(liste), agent, session);
    }

    @PostMapping("/pieces/{type}/jugement")
    String juger(
            Origine ici,
            @PathVariable String type,
            @RequestParam String etat,
            @RequestParam(defaultValue = "") String motif,
            Model model) {
        model.addAttribute("pieceSaisie", type);
        model.addAttribute("motifSaisi", motif);
        model.addAttribute("etatSaisi", etat);
        return Saisies.essayer(
                model,
                champ -> champ + "-" + etat + "-" + type,
                () -> {
                    pieces.juger(ici.dossier().id(), type, etatPiece(etat), motif, ici.agent());
                    return retour(ici, "#pieces");
                },
                () -> page(ici, model));
    }

    /** Brought on paper: noted without a file. */
    @PostMapping("/pieces/{type}/reception")
    String recevoirSurPapier(Origine ici, @PathVariable String type, Model model, RedirectAttributes suite) {
        return Saisies.essayer(
                model,
                () -> {
                    pieces.noterRecue(ici.dossier().id(), type, ici.agent());
                    Flash.ok(suite, "La pièce est notée reçue sur papier.");
                    return retour(ici, "#pieces");
                },
                () -> page(ici, model));
    }

    /** Seen on paper and right: the two gestures of a counter in one. */
    @PostMapping("/pieces/{type}/vue")
    String accepterSurPapier(Origine ici, @PathVariable String type, Model model) {
        return Saisies.essayer(
                model,
                () -> {
                    pieces.accepterSurPapier(ici.dossier().id(), type, ici.agent());
                    return retour(ici, "#pieces");
                },
                () -> page(ici, model));
    }

    @PostMapping("/pieces/{type}/fichiers")
    String recevoir(
            Origine ici,
            @PathVariable String type,
            @RequestParam MultipartFile fichier,
            Model model,
            RedirectAttributes suite) {
        model.addAttribute("pieceSaisie", type);
        return Saisies.essayer(
                model,
                champ -> "fichier-" + type,
                () -> {
                    FichierVue recu = fichiers.recevoir(
                            ici.dossier().id(),
                            type,
                            fichier.getOriginalFilename(),
                            OctetsRecus.de(fichier),
                            "GUICHET",
                            ici.agent());
                    if (recu.analyse().lisible()) {
                        Flash.ok(suite, "Le fichier est reçu.");
                    } else {
                        Flash.refus(suite, MOTS_DE_L_ANALYSE.get(recu.analyse()));
                    }
                    return retour(ici, "#pieces");
                },
                () -> page(ici, model));
    }

    @PostMapping("/notes")
    String noter(Origine ici, @RequestParam(defaultValue = "") String note, Model model, RedirectAttributes suite) {
        model.addAttribute("noteSaisie", note);
        return Saisies.essayer(
                model,
                champ -> "note",
                () -> {
                    dossiers.annoter(ici.dossier().id(), note, ici.agent());
                    Flash.ok(suite, "La note est dans l’historique.");
                    return retour(ici, "");
                },
                () -> page(ici, model));
    }

    @PostMapping("/signalements")
    String signaler(
            Origine ici,
            @RequestParam(defaultValue = "") String signalement,
            @RequestParam(name = "signaler-motif", defaultValue = "") String motif,
            Model model,
            RedirectAttributes suite) {
        model.addAttribute("signalementSaisi", signalement);
        model.addAttribute("signalerMotif", motif);
        return Saisies.essayer(
                model,
                champ -> champ.equals("motif") ? "signaler-motif" : champ,
                () -> {
                    signalements.signaler(ici.dossier().id(), signalement(signalement), motif, ici.agent());
                    Flash.ok(suite, "C’est signalé. Le dossier suit son chemin dans quelques instants.");
                    return retour(ici, "");
                },
                () -> page(ici, model));
    }

    private String page(Origine ici, Model model) {
        return ici.tache().isEmpty()
                ? pageDossier.rendre(ici.dossier().numero(), ici.agent(), model)
                : pageTache.rendre(ici.tache(), ici.liste(), ici.agent(), ici.session(), model);
    }

    private static String retour(Origine ici, String ancre) {
        return "redirect:"
                + (ici.tache().isEmpty()
                        ? "/dossiers/" + ici.dossier().numero()
                        : ici.liste().hrefTache(ici.tache()))
                + ancre;
    }

    private static EtatPiece etatPiece(String etat) {
        return Arrays.stream(EtatPiece.values())
                .filter(e -> e.name().equals(etat))
                .filter(e -> e == EtatPiece.ACCEPTEE || e == EtatPiece.REFUSEE || e == EtatPiece.SANS_OBJET)
                .findFirst()
                .orElseThrow(
                        () -> new SaisieInvalide("etat", "Dites si la pièce est acceptée, refusée ou sans objet."));
    }

    private static Signalement signalement(String code) {
        return Arrays.stream(Signalement.values())
                .filter(s -> s.name().equals(code))
                .findFirst()
                .orElseThrow(() -> new SaisieInvalide("signalement", "Choisissez ce qui est arrivé."));
    }
}
