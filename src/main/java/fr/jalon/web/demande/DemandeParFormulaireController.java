package fr.jalon.web.demande;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.dispositif.DepotDuDispositif;
import fr.jalon.dispositif.Dispositifs;
import fr.jalon.dossier.Canal;
import fr.jalon.moteur.FormulairesLivres;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.SuiviDesPersonnes;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import fr.jalon.web.dossier.Codes;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A request of any dispositif whose deposit is a form: the page shows the form, the dispositif opens the dossier. */
@Controller
@RequestMapping("/usagers/{id}/demandes/{dispositif}")
class DemandeParFormulaireController {

    private final Dispositifs dispositifs;
    private final SuiviDesPersonnes suivi;
    private final Codes codes;
    private final ObjectMapper json;

    DemandeParFormulaireController(Dispositifs dispositifs, SuiviDesPersonnes suivi, Codes codes, ObjectMapper json) {
        this.dispositifs = dispositifs;
        this.suivi = suivi;
        this.codes = codes;
        this.json = json;
    }

    @GetMapping
    String nouvelle(@PathVariable UUID id, @PathVariable String dispositif, @Appelant Agent agent, Model model) {
        return page(suivi.exiger(id, agent), depot(dispositif), "{}", Map.of(), model);
    }

    /** The dossier opened, or the same form with each fault at its field and nothing typed lost. */
    @PostMapping
    String deposer(
            @PathVariable UUID id,
            @PathVariable String dispositif,
            @RequestParam String donnees,
            @Appelant Agent agent,
            HttpServletResponse reponse,
            Model model,
            RedirectAttributes suite) {
        PersonneVue personne = suivi.exiger(id, agent);
        DepotDuDispositif depot = depot(dispositif);
        try {
            String numero =
                    depot.deposer(id, Canal.GUICHET, lire(donnees), agent).numero();
            Flash.ok(suite, "C’est ouvert : voici son dossier.");
            return "redirect:/dossiers/" + numero;
        } catch (SaisieInvalide e) {
            reponse.setStatus(422);
            return page(personne, depot, donnees, Saisies.erreurs(e, UnaryOperator.identity()), model);
        } catch (Conflit e) {
            Flash.refus(suite, e.getMessage());
            return "redirect:/usagers/" + id;
        }
    }

    private String page(
            PersonneVue personne, DepotDuDispositif depot, String donnees, Map<String, String> erreurs, Model model) {
        model.addAttribute("titre", codes.mots("depot", depot.dispositif()));
        model.addAttribute("nom", personne.nomComplet());
        model.addAttribute("action", "/usagers/" + personne.id() + "/demandes/" + depot.dispositif());
        model.addAttribute("retour", new Vues.Lien("/usagers/" + personne.id(), personne.nomComplet()));
        model.addAttribute(
                "schema",
                FormulairesLivres.schema(depot.formulaire().orElseThrow()).toString());
        model.addAttribute("donnees", lisible(donnees) ? donnees : "{}");
        model.addAttribute("erreursForm", erreurs);
        return "demande/depot";
    }

    private DepotDuDispositif depot(String dispositif) {
        return dispositifs
                .depotParFormulaire(dispositif)
                .orElseThrow(() -> new Introuvable("Cette demande ne se fait pas ici."));
    }

    private boolean lisible(String donnees) {
        try {
            return json.readTree(donnees).isObject();
        } catch (JacksonException e) {
            return false;
        }
    }

    private JsonNode lire(String donnees) {
        try {
            return json.readTree(donnees);
        } catch (JacksonException e) {
            throw new SaisieInvalide("", "Les réponses n'ont pas pu être lues. Rechargez la page, puis recommencez.");
        }
    }
}
