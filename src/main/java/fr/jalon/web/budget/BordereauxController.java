package fr.jalon.web.budget;

import fr.jalon.agent.Agent;
import fr.jalon.budget.Bordereaux;
import fr.jalon.budget.Bordereaux.Bordereau;
import fr.jalon.commun.Centimes;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Tableur;
import fr.jalon.web.commun.Vues;
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

/** The slips: all that waits goes on a new one; each is downloaded as CSV and as XML. */
@Controller
@RequestMapping("/budget/bordereaux")
class BordereauxController {

    private final Bordereaux bordereaux;
    private final FichiersDuBordereau fichiers;
    private final Horloge horloge;

    BordereauxController(Bordereaux bordereaux, FichiersDuBordereau fichiers, Horloge horloge) {
        this.bordereaux = bordereaux;
        this.fichiers = fichiers;
        this.horloge = horloge;
    }

    record Ligne(String numero, String mandats, String montant, String fait) {}

    @GetMapping
    String lister(@RequestParam(required = false) String exercice, Model model) {
        int annee = Annee.lire(exercice, horloge);
        model.addAttribute("annee", annee);
        model.addAttribute(
                "lignes",
                bordereaux.lister(annee).stream()
                        .map(BordereauxController::ligne)
                        .toList());
        model.addAttribute("retour", new Vues.Lien("/budget/mandats?exercice=" + annee, "Mandats " + annee));
        return "budget/bordereaux";
    }

    private static Ligne ligne(Bordereau b) {
        return new Ligne(
                b.numero(),
                Mots.pluriel(b.ordres(), "mandat", "mandats"),
                Centimes.enFrancais(b.centimes()),
                Mots.moment(b.le()) + ", " + b.par());
    }

    @PostMapping
    String transmettre(
            @RequestParam(required = false) String exercice, @Appelant Agent agent, RedirectAttributes suite) {
        int annee = Annee.lire(exercice, horloge);
        try {
            String numero = bordereaux.transmettre(annee, agent.identifiant());
            Flash.ok(suite, "Le bordereau " + numero + " est fait. Téléchargez-le et remettez-le au comptable.");
        } catch (Conflit e) {
            Flash.refus(suite, e.getMessage());
        }
        return "redirect:/budget/bordereaux?exercice=" + annee;
    }

    @GetMapping("/{numero}/csv")
    ResponseEntity<byte[]> csv(@PathVariable String numero) {
        Bordereau b = bordereaux.parNumero(numero);
        return Tableur.csv("bordereau-" + numero, fichiers.csv(b, bordereaux.ordres(numero)));
    }

    @GetMapping("/{numero}/xml")
    ResponseEntity<byte[]> xml(@PathVariable String numero) {
        Bordereau b = bordereaux.parNumero(numero);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("bordereau-" + numero + ".xml")
                                .build()
                                .toString())
                .body(fichiers.xml(b, bordereaux.ordres(numero)));
    }
}
