package fr.jalon.decision;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.instance.Rule;

/** One decision table under test: which rules fire, and which were never seen firing. */
public final class TableVerifiee {

    private static final MoteurDecisionFichiers MOTEUR = new MoteurDecisionFichiers();

    private final String cle;

    public TableVerifiee(String cle) {
        this.cle = cle;
    }

    /** Facts by name, as name and value in turn; a value may be null. */
    public static Map<String, Object> faits(Object... nomsEtValeurs) {
        Map<String, Object> faits = new HashMap<>();
        for (int i = 0; i < nomsEtValeurs.length; i += 2) {
            faits.put((String) nomsEtValeurs[i], nomsEtValeurs[i + 1]);
        }
        return faits;
    }

    /** Every combination of the given values. */
    public static List<Map<String, Object>> combinaisons(Map<String, List<?>> valeurs) {
        List<Map<String, Object>> toutes = new ArrayList<>(List.of(Map.of()));
        for (Map.Entry<String, List<?>> entree : valeurs.entrySet()) {
            List<Map<String, Object>> suivantes = new ArrayList<>();
            for (Map<String, Object> debut : toutes) {
                for (Object valeur : entree.getValue()) {
                    Map<String, Object> faits = new HashMap<>(debut);
                    faits.put(entree.getKey(), valeur);
                    suivantes.add(faits);
                }
            }
            toutes = suivantes;
        }
        return toutes;
    }

    public List<RegleDeclenchee> evaluer(Map<String, Object> faits) {
        return MOTEUR.evaluer(cle, faits).regles();
    }

    /** Ids of the fired rules, without their common prefix. */
    public List<String> declenchees(Map<String, Object> faits) {
        return evaluer(faits).stream().map(r -> sansPrefixe(r.id())).toList();
    }

    /** The single row that must answer. */
    public RegleDeclenchee ligne(Map<String, Object> faits) {
        List<RegleDeclenchee> regles = evaluer(faits);
        assertThat(regles).as("%s %s", cle, faits).hasSize(1);
        return regles.get(0);
    }

    public Set<String> regles() {
        return MOTEUR.modele(cle).getRules().stream()
                .map(Rule::getId)
                .map(TableVerifiee::sansPrefixe)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Fails unless each row of the table was expected at least once, and the table has that many rows. */
    public void chaqueLigneEstVerifiee(Collection<String> attendues, int nombre) {
        assertThat(new TreeSet<>(attendues)).isEqualTo(regles());
        assertThat(regles()).hasSize(nombre);
    }

    private static String sansPrefixe(String id) {
        return id.replaceFirst("^Rule_", "");
    }
}
