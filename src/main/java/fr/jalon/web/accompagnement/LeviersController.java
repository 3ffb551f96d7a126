package fr.jalon.web.accompagnement;

import fr.jalon.agent.Agent;
import fr.jalon.annuaire.Nomenclature;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.moteur.FormulairesLivres;
import fr.jalon.moteur.ValidationFormulaire;
import fr.jalon.orientation.DemandesOrientation;
import fr.jalon.orientation.Diagnostics;
import fr.jalon.usager.SuiviDesPersonnes;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.SuiteDeLaPersonne;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The diagnosis of a person on the six levers: the radar and its table, then a form for each lever. */
@Controller
@RequestMapping("/dossiers/{numero}/diagnostic")
class LeviersController {

    private final Dossiers dossiers;
    private final Diagnostics diagnostics;
    private final Nomenclature nomenclature;
    private final ValidationFormulaire validation;
    private final PageLeviers page;
    private final SuiteDeLaPersonne suitePermise;
    private final SuiviDesPersonnes suivi;
    private final ObjectMapper json;

    LeviersController(
            Dossiers dossiers,
            Diagnostics diagnostics,
            Nomenclature nomenclature,
            ValidationFormulaire validation,
            PageLeviers page,
            SuiteDeLaPersonne suitePermise,
            SuiviDesPersonnes suivi,
            ObjectMapper json) {
        this.dossiers = dossiers;
        this.diagnostics = diagnostics;
        this.nomenclature = nomenclature;
        this.validation = validation;
        this.page = page;
        this.suitePermise = suitePermise;
        this.suivi = suivi;
        this.json = json;
    }

    @GetMapping
    String montrer(
            @PathVariable String numero,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate avec,
            @Appelant Agent agent,
            Model model) {
        DossierVue dossier = lisible(numero, agent);
        page.remplir(dossiers.consulter(dossier.id(), "diagnostic", agent), avec, model);
        return "accompagnement/diagnostic";
    }

    @GetMapping("/{levier}")
    String saisir(@PathVariable String numero, @PathVariable int levier, @Appelant Agent agent, Model model) {
        DossierVue dossier = lisible(numero, agent);
        return formulaire(dossier, levier(levier), model);
    }

    @PostMapping("/{levier}")
    String garder(
            @PathVariable String numero,
            @PathVariable int levier,
            @RequestParam String donnees,
            @Appelant Agent agent,
            HttpServletResponse reponse,
            Model model,
            RedirectAttributes suite) {
        DossierVue dossier = exiger(dossiers.parNumero(numero, agent));
        suivi.exiger(dossier.personneId(), agent);
        Nomenclature.Levier lu = levier(levier);
        JsonNode schema = FormulairesLivres.schema(PageLeviers.formulaire(lu));
        try {
            Map<String, Object> reponses = validation.valider(schema, lire(donnees), Map.of());
            diagnostics.etablir(
                    dossier.id(),
                    levier,
                    reponses,
                    notes(schema, reponses),
                    Boolean.TRUE.equals(reponses.get("prioritaire")),
                    agent);
            Flash.ok(suite, "Diagnostic « " + lu.court() + " » gardé.");
            return "redirect:/dossiers/" + numero + "/diagnostic";
        } catch (SaisieInvalide e) {
            reponse.setStatus(422);
            model.addAttribute("donnees", donnees);
            model.addAttribute("erreursForm", Saisies.erreurs(e, UnaryOperator.identity()));
            return formulaire(dossier, lu, model);
        }
    }

    private String formulaire(DossierVue dossier, Nomenclature.Levier levier, Model model) {
        page.remplirLevier(dossier, levier, model);
        return "accompagnement/levier";
    }

    /** The answers that the form marks as counted, from 0 to 3. */
    private static List<Integer> notes(JsonNode schema, Map<String, Object> reponses) {
        List<Integer> notes = new ArrayList<>();
        for (JsonNode champ : schema.path("components")) {
            Object valeur = reponses.get(champ.path("key").asString(""));
            if ("oui".equals(champ.path("properties").path("note").asString("")) && valeur != null) {
                notes.add(Integer.valueOf(valeur.toString()));
            }
        }
        return notes;
    }

    private Nomenclature.Levier levier(int numero) {
        return nomenclature.leviers().stream()
                .filter(l -> l.numero() == numero)
                .findFirst()
                .orElseThrow(() -> new Introuvable("Ce levier n’existe pas."));
    }

    /** It is the person's as of today, not as of the dossier: a dossier that ended gives it to who still follows her alone. */
    private DossierVue lisible(String numero, Agent agent) {
        DossierVue dossier = exiger(dossiers.consulter(numero, agent));
        if (!suitePermise.permise(dossier, agent)) {
            throw new Introuvable("Une autre antenne suit maintenant cette personne : son diagnostic est chez elle.");
        }
        return dossier;
    }

    /** The diagnosis belongs to the accompaniment: another dossier has none. */
    private static DossierVue exiger(DossierVue dossier) {
        if (!DemandesOrientation.DISPOSITIF.equals(dossier.dispositif())) {
            throw new Introuvable("Ce dossier n’a pas de diagnostic.");
        }
        return dossier;
    }

    private Map<String, Object> lire(String donnees) {
        try {
            return json.readValue(donnees, new TypeReference<Map<String, Object>>() {});
        } catch (JacksonException e) {
            throw new SaisieInvalide("", "Les réponses n’ont pas pu être lues. Rechargez la page, puis recommencez.");
        }
    }
}
