package fr.jalon.web.numerique;

import fr.jalon.accueil.VisiteVue;
import fr.jalon.accueil.Visites;
import fr.jalon.agent.Agent;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.moteur.ValidationFormulaire;
import fr.jalon.numerique.DiagnosticVue;
import fr.jalon.numerique.DiagnosticsNumeriques;
import fr.jalon.numerique.FichesNumeriques;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import fr.jalon.web.commun.Appelant;
import fr.jalon.web.commun.Flash;
import fr.jalon.web.commun.ReponsePdf;
import fr.jalon.web.commun.Saisies;
import fr.jalon.web.commun.Vues;
import fr.jalon.web.dossier.MotsDuFormulaire;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** The digital diagnosis of a person, or of a visit without a name: the same form, the same result. */
@Controller
class DiagnosticController {

    private static final MotsDuFormulaire FORMULAIRE = MotsDuFormulaire.de(DiagnosticsNumeriques.FORMULAIRE);

    private final DiagnosticsNumeriques diagnostics;
    private final FichesNumeriques fiches;
    private final Courriers courriers;
    private final Visites visites;
    private final Personnes personnes;
    private final ValidationFormulaire validation;
    private final PageDiagnostic page;
    private final ObjectMapper json;

    DiagnosticController(
            DiagnosticsNumeriques diagnostics,
            FichesNumeriques fiches,
            Courriers courriers,
            Visites visites,
            Personnes personnes,
            ValidationFormulaire validation,
            PageDiagnostic page,
            ObjectMapper json) {
        this.diagnostics = diagnostics;
        this.fiches = fiches;
        this.courriers = courriers;
        this.visites = visites;
        this.personnes = personnes;
        this.validation = validation;
        this.page = page;
        this.json = json;
    }

    /** Whom the diagnosis is about, and where its form is sent. */
    private record Sujet(String action, String nom, Vues.Lien retour) {}

    @GetMapping("/usagers/{id}/numerique")
    String pourPersonne(@PathVariable UUID id, Model model) {
        return formulaire(personne(id), "{}", Map.of(), model);
    }

    @PostMapping("/usagers/{id}/numerique")
    String etablirPourPersonne(
            @PathVariable UUID id,
            @RequestParam String donnees,
            @Appelant Agent agent,
            HttpServletResponse reponse,
            Model model) {
        return etablir(personne(id), donnees, r -> diagnostics.pourPersonne(id, r, agent), reponse, model);
    }

    @GetMapping("/visites/{id}/numerique")
    String pourVisite(@PathVariable UUID id, @Appelant Agent agent, Model model) {
        return formulaire(visite(id, agent), "{}", Map.of(), model);
    }

    @PostMapping("/visites/{id}/numerique")
    String etablirPourVisite(
            @PathVariable UUID id,
            @RequestParam String donnees,
            @Appelant Agent agent,
            HttpServletResponse reponse,
            Model model) {
        return etablir(visite(id, agent), donnees, r -> diagnostics.pourVisite(id, r, agent), reponse, model);
    }

    @GetMapping("/numerique/{id}")
    String montrer(@PathVariable UUID id, @Appelant Agent agent, Model model) {
        return page.rendre(diagnostics.consulter(id, "diagnostic numérique", agent), agent, model);
    }

    @PostMapping("/numerique/{id}/choix")
    String choisir(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String orientation,
            @Appelant Agent agent,
            Model model,
            RedirectAttributes suite) {
        return Saisies.essayer(
                model,
                () -> {
                    DiagnosticVue d = diagnostics.choisir(id, orientation, agent);
                    Flash.ok(suite, "C’est noté : " + d.retenue().libelle() + ". Les lieux et la fiche suivent.");
                    return "redirect:/numerique/" + id;
                },
                () -> page.rendre(diagnostics.diagnostic(id, agent), agent, model));
    }

    /** Written the first time that it is asked for, and the same each time after. */
    @GetMapping("/numerique/{id}/fiche")
    ResponseEntity<byte[]> fiche(@PathVariable UUID id, @Appelant Agent agent) {
        CourrierVue fiche = fiches.fiche(id, agent);
        return ReponsePdf.montrer(fiche.numero(), courriers.octets(fiche.id()));
    }

    private String etablir(
            Sujet sujet,
            String donnees,
            Function<Map<String, Object>, DiagnosticVue> acte,
            HttpServletResponse reponse,
            Model model) {
        try {
            return "redirect:/numerique/"
                    + acte.apply(validation.valider(FORMULAIRE.schema(), lire(donnees), Map.of()))
                            .id();
        } catch (SaisieInvalide e) {
            reponse.setStatus(422);
            return formulaire(sujet, donnees, Saisies.erreurs(e, UnaryOperator.identity()), model);
        }
    }

    private String formulaire(Sujet sujet, String donnees, Map<String, String> erreurs, Model model) {
        model.addAttribute("nom", sujet.nom());
        model.addAttribute("action", sujet.action());
        model.addAttribute("retour", sujet.retour());
        model.addAttribute("schema", FORMULAIRE.schema().toString());
        model.addAttribute("donnees", lisible(donnees) ? donnees : "{}");
        model.addAttribute("erreursForm", erreurs);
        return "numerique/formulaire";
    }

    private Sujet personne(UUID id) {
        PersonneVue p = personnes.parId(id);
        return new Sujet(
                "/usagers/" + id + "/numerique", p.nomComplet(), new Vues.Lien("/usagers/" + id, p.nomComplet()));
    }

    private Sujet visite(UUID id, Agent agent) {
        VisiteVue v = visites.visite(id, agent);
        String nom = v.personneId() == null
                ? "visite " + v.numero()
                : personnes.parId(v.personneId()).nomComplet();
        return new Sujet("/visites/" + id + "/numerique", nom, new Vues.Lien("/visites/" + id, "Visite " + v.numero()));
    }

    private Map<String, Object> lire(String donnees) {
        try {
            return json.readValue(donnees, new TypeReference<Map<String, Object>>() {});
        } catch (JacksonException e) {
            throw new SaisieInvalide("", "Les réponses n'ont pas pu être lues. Rechargez la page, puis recommencez.");
        }
    }

    private boolean lisible(String donnees) {
        try {
            return json.readTree(donnees).isObject();
        } catch (JacksonException e) {
            return false;
        }
    }
}
