package fr.jalon.web.dossier;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Introuvable;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.orientation.DemandesOrientation;
import fr.jalon.sanction.Manquements;
import fr.jalon.usager.SuiviDesPersonnes;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Saisies;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Opens a procedure for a breach from the dossier of an orientation. */
@Controller
class ManquementsController {

    private final Manquements manquements;
    private final DemandesOrientation orientations;
    private final Dossiers dossiers;
    private final PageDossier page;
    private final AnnonceManquement annonce;
    private final SuiviDesPersonnes suivi;

    ManquementsController(
            Manquements manquements,
            DemandesOrientation orientations,
            Dossiers dossiers,
            PageDossier page,
            AnnonceManquement annonce,
            SuiviDesPersonnes suivi) {
        this.manquements = manquements;
        this.orientations = orientations;
        this.dossiers = dossiers;
        this.page = page;
        this.annonce = annonce;
        this.suivi = suivi;
    }

    /** What opening a procedure starts, before it starts. */
    @GetMapping("/dossiers/{numero}/manquements/nouveau")
    String annoncer(@PathVariable String numero, @Appelant Agent agent, Model model) {
        return annonce.rendre(orientation(numero, agent), model);
    }

    @PostMapping("/dossiers/{numero}/manquements")
    String constater(@PathVariable String numero, @Appelant Agent agent, Model model, RedirectAttributes suite) {
        return Saisies.essayer(
                model,
                () -> {
                    DossierVue origine = orientation(numero, agent);
                    DossierVue ouvert = manquements.ouvrir(
                            origine.id(), orientations.demande(origine.id()).referent(), agent);
                    Flash.ok(suite, "Le dossier de manquement est ouvert. Décrivez maintenant les faits.");
                    return "redirect:/dossiers/" + ouvert.numero();
                },
                () -> page.rendre(numero, agent, model));
    }

    private DossierVue orientation(String numero, Agent agent) {
        DossierVue origine = dossiers.parNumero(numero, agent);
        suivi.exiger(origine.personneId(), agent);
        if (!DemandesOrientation.DISPOSITIF.equals(origine.dispositif())) {
            throw new Introuvable("Un manquement se constate depuis un dossier d'orientation.");
        }
        return origine;
    }
}
