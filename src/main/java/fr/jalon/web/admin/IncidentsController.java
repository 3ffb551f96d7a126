package fr.jalon.web.admin;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Conflit;
import fr.jalon.corbeille.EntretienCorbeille;
import fr.jalon.dispositif.Anomalies;
import fr.jalon.dispositif.EnvoisEnEchec;
import fr.jalon.dispositif.EnvoisEnEchec.EnvoiEnEchec;
import fr.jalon.moteur.Incidents;
import fr.jalon.pilotage.MiseAJour;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Mots;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What failed and waits for an administrator, in the words of the trade; the technical message is folded. */
@Controller
@RequestMapping("/administration")
class IncidentsController {

    private static final String PAGE = "redirect:/administration/incidents";

    private final Incidents incidents;
    private final Anomalies anomalies;
    private final EnvoisEnEchec envois;
    private final EntretienCorbeille entretien;
    private final MiseAJour pilotage;

    IncidentsController(
            Incidents incidents,
            Anomalies anomalies,
            EnvoisEnEchec envois,
            EntretienCorbeille entretien,
            MiseAJour pilotage) {
        this.incidents = incidents;
        this.anomalies = anomalies;
        this.envois = envois;
        this.entretien = entretien;
        this.pilotage = pilotage;
    }

    record IncidentEcran(
            String id, String dossier, String etape, String raison, String detail, String quand, boolean arrete) {}

    record EnvoiEcran(UUID id, String fichier, String quoi, String quand, String detail) {}

    record AnomalieEcran(UUID id, String texte, String source, String quand) {}

    @GetMapping("/incidents")
    String lister(Model model) {
        model.addAttribute(
                "incidents",
                incidents.ouverts().stream()
                        .map(i -> new IncidentEcran(
                                i.id(),
                                i.numeroDossier(),
                                i.etape(),
                                i.raison(),
                                i.detail(),
                                i.arrete()
                                        ? "arrêtée depuis le " + Mots.moment(i.depuis())
                                        : "prochain essai le " + Mots.moment(i.prochainEssai()),
                                i.arrete()))
                        .toList());
        model.addAttribute(
                "envois",
                envois.lister().stream().map(IncidentsController::ecran).toList());
        model.addAttribute(
                "anomalies",
                anomalies.ouvertes().stream()
                        .map(a -> new AnomalieEcran(a.id(), a.texte(), a.source(), Mots.moment(a.quand())))
                        .toList());
        return "admin/incidents";
    }

    private static EnvoiEcran ecran(EnvoiEnEchec e) {
        return new EnvoiEcran(
                e.id(),
                e.nomFichier(),
                "À remettre à " + e.destinataire() + ", "
                        + (e.numeroDossier().isEmpty() ? "hors dossier" : "dossier " + e.numeroDossier())
                        + ", depuis le " + Mots.moment(e.creeLe()),
                Mots.pluriel(e.essais(), "essai", "essais") + " sans y parvenir, "
                        + (e.prochainEssai() == null
                                ? "nouvel essai dans quelques secondes"
                                : "prochain essai le " + Mots.moment(e.prochainEssai())),
                e.detail());
    }

    @PostMapping("/envois/{id}/relance")
    String relancerUnEnvoi(@PathVariable UUID id, @Appelant Agent agent, RedirectAttributes suite) {
        try {
            envois.relancer(id, agent);
            Flash.ok(
                    suite,
                    "Le fichier est essayé dans quelques secondes. S’il n’est toujours pas remis, il reste dans cette liste.");
        } catch (Conflit e) {
            Flash.refus(suite, e.getMessage());
        }
        return PAGE + "#envois";
    }

    @PostMapping("/incidents/{id}/relance")
    String relancer(@PathVariable String id, @Appelant Agent agent, RedirectAttributes suite) {
        try {
            incidents.relancer(id, agent);
            Flash.ok(suite, "L’étape est relancée. Si elle échoue encore, elle reviendra dans cette liste.");
        } catch (Conflit e) {
            Flash.refus(suite, e.getMessage());
        }
        return PAGE;
    }

    @PostMapping("/anomalies/{id}/cloture")
    String clore(@PathVariable UUID id, @Appelant Agent agent, RedirectAttributes suite) {
        anomalies.clore(id, agent);
        Flash.ok(suite, "L’anomalie est close.");
        return PAGE + "#anomalies";
    }

    @PostMapping("/pilotage/preuve")
    String prouver(RedirectAttributes suite) {
        int fautifs = pilotage.prouver();
        if (fautifs == 0) {
            Flash.ok(suite, "Le temps de chaque dossier est la somme de ses étapes.");
        } else {
            Flash.refus(
                    suite,
                    "Le temps n’est pas la somme des étapes pour " + Mots.pluriel(fautifs, "dossier", "dossiers")
                            + " : leurs numéros sont dans les anomalies.");
        }
        return PAGE + "#pilotage";
    }

    @PostMapping("/pilotage/reconstruction")
    String refaireLePilotage(RedirectAttributes suite) {
        int nombre = pilotage.reconstruire();
        Flash.ok(suite, "Les chiffres du pilotage sont refaits : " + Mots.pluriel(nombre, "dossier", "dossiers") + ".");
        return PAGE + "#pilotage";
    }

    @PostMapping("/corbeille/controle")
    String controler(RedirectAttributes suite) {
        EntretienCorbeille.Ecarts ecarts = entretien.controler();
        if (ecarts.total() == 0) {
            Flash.ok(suite, "La corbeille montre exactement les tâches en cours.");
        } else {
            Flash.refus(
                    suite,
                    "La corbeille diffère des tâches en cours : " + Mots.pluriel(ecarts.total(), "écart", "écarts")
                            + ". Reconstruisez-la.");
        }
        return PAGE + "#corbeille";
    }

    @PostMapping("/corbeille/reconstruction")
    String reconstruire(RedirectAttributes suite) {
        int nombre = entretien.reconstruire();
        Flash.ok(suite, "La corbeille est reconstruite : " + Mots.pluriel(nombre, "tâche", "tâches") + ".");
        return PAGE + "#corbeille";
    }
}
