package fr.jalon.web.accompagnement;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import fr.jalon.orientation.DemandesOrientation;
import fr.jalon.orientation.Orientations;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import fr.jalon.usager.SuiviDesPersonnes;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Mots;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
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

/** Opens the orientation of a person by hand: a right opened elsewhere, a move into the town. */
@Controller
@RequestMapping("/usagers/{id}/orientation")
class DemarrageController {

    private final DemandesOrientation demandes;
    private final Orientations orientations;
    private final Personnes personnes;
    private final SuiviDesPersonnes suivi;
    private final Horloge horloge;

    DemarrageController(
            DemandesOrientation demandes,
            Orientations orientations,
            Personnes personnes,
            SuiviDesPersonnes suivi,
            Horloge horloge) {
        this.demandes = demandes;
        this.orientations = orientations;
        this.personnes = personnes;
        this.suivi = suivi;
        this.horloge = horloge;
    }

    @GetMapping
    String demander(@PathVariable UUID id, @Appelant Agent agent, Model model) {
        suivi.exiger(id, agent);
        return page(id, horloge.aujourdhui().toString(), Canal.GUICHET.name(), model);
    }

    @PostMapping
    String ouvrir(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String connueLe,
            @RequestParam(defaultValue = "") String canal,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        suivi.exiger(id, agent);
        return Saisies.essayer(
                model,
                champ -> "dateDepot".equals(champ) ? "connueLe" : champ,
                () -> {
                    DossierVue dossier = demandes.ouvrir(id, null, Canal.lire(canal), jour(connueLe), Map.of(), agent);
                    Flash.ok(suite, "L’orientation est ouverte : recueillez la situation avec la personne.");
                    return "redirect:/dossiers/" + dossier.numero();
                },
                () -> page(id, connueLe, canal, model));
    }

    private String page(UUID id, String connueLe, String canal, Model model) {
        PersonneVue personne = personnes.parId(id);
        model.addAttribute("personne", personne);
        model.addAttribute("retour", new Vues.Lien("/usagers/" + id, personne.nomComplet()));
        model.addAttribute("connueLe", connueLe);
        model.addAttribute("canal", canal);
        model.addAttribute(
                "canaux",
                Arrays.stream(Canal.values())
                        .map(c -> new Vues.Choix(c.name(), c.libelle(), null))
                        .toList());
        model.addAttribute(
                "suivi",
                orientations
                        .enCours(id)
                        .map(o -> o.parcours().libelle() + ", depuis le " + Mots.jour(o.debut()))
                        .map(List::of)
                        .orElse(List.of()));
        return "accompagnement/demarrage";
    }

    private static LocalDate jour(String texte) {
        try {
            return LocalDate.parse(texte);
        } catch (DateTimeParseException e) {
            throw new SaisieInvalide("connueLe", "Indiquez le jour où l’ouverture du droit a été connue.");
        }
    }
}
