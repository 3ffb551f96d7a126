package fr.jalon.web.api;

import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.TexteSaisi;
import fr.jalon.commun.Textes;
import fr.jalon.decision.Decisions;
import fr.jalon.decision.EvaluationDecision;
import fr.jalon.rsa.DemandeSimulation;
import fr.jalon.rsa.ResultatSimulation;
import fr.jalon.rsa.SimulationRsa;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Règles")
class ReglesApi {

    private static final int TEXTE_MAX = 2_000;
    private static final int NOM_MAX = 100;
    private static final double NOMBRE_MAX = 1e15;

    private final SimulationRsa simulation;
    private final Decisions decisions;

    ReglesApi(SimulationRsa simulation, Decisions decisions) {
        this.simulation = simulation;
        this.decisions = decisions;
    }

    @PostMapping("/simulations/rsa")
    @Operation(summary = "Estime le RSA d'un foyer et l'explique ; ne garde rien")
    ResultatSimulation simuler(@RequestBody DemandeSimulation demande) {
        return simulation.simuler(demande);
    }

    record Evaluation(Map<String, Object> entrees) {}

    record Regle(String regle, String article, String texte) {}

    record Reponse(String cle, int version, List<Map<String, Object>> resultats, List<Regle> explications) {}

    @PostMapping("/decisions/{cle}/evaluations")
    @Operation(summary = "Évalue la dernière version publiée d'une table de décision")
    Reponse evaluer(@PathVariable String cle, @RequestBody Evaluation evaluation) {
        if (evaluation.entrees() == null) {
            throw new SaisieInvalide("entrees", "Donnez les valeurs d'entrée de la table.");
        }
        Map<String, Object> entrees = entrees(evaluation.entrees());
        refuserLesInconnues(decisions.entreesInconnues(cle, entrees.keySet()));
        EvaluationDecision resultat = decisions.evaluer(cle, entrees);
        List<Regle> explications = decisions.expliquer(resultat).stream()
                .map(e -> new Regle(e.regle(), e.article(), e.texte()))
                .toList();
        return new Reponse(cle, resultat.version(), resultat.lignes(), explications);
    }

    private static void refuserLesInconnues(Set<String> noms) {
        if (!noms.isEmpty()) {
            throw new SaisieInvalide(noms.stream()
                    .map(nom -> new ErreurChamp(
                            "entrees." + Textes.couper(nom, NOM_MAX),
                            "Cette table ne lit pas cette valeur : vérifiez son nom."))
                    .toList());
        }
    }

    /** JSON has no dates: a text that is one is taken as such. Lists and objects are refused. */
    private static Map<String, Object> entrees(Map<String, Object> brutes) {
        Map<String, Object> entrees = new HashMap<>();
        List<ErreurChamp> erreurs = new ArrayList<>();
        brutes.forEach((nom, valeur) -> {
            if (valeur instanceof Map || valeur instanceof List) {
                erreurs.add(new ErreurChamp(
                        "entrees." + nom, "Donnez une valeur simple : texte, nombre, oui ou non, date."));
            } else if (valeur instanceof String texte && !Textes.lisible(texte)) {
                erreurs.add(new ErreurChamp("entrees." + nom, TexteSaisi.ILLISIBLE));
            } else if (demesuree(valeur)) {
                erreurs.add(new ErreurChamp("entrees." + nom, "Cette valeur est trop grande pour une table."));
            } else {
                entrees.put(nom, valeur instanceof String texte ? dateOuTexte(texte) : valeur);
            }
        });
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
        return entrees;
    }

    private static boolean demesuree(Object valeur) {
        return (valeur instanceof String texte && texte.length() > TEXTE_MAX)
                || (valeur instanceof Number nombre && !(Math.abs(nombre.doubleValue()) <= NOMBRE_MAX));
    }

    private static Object dateOuTexte(String texte) {
        if (!texte.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return texte;
        }
        try {
            return LocalDate.parse(texte);
        } catch (DateTimeParseException e) {
            return texte;
        }
    }
}
