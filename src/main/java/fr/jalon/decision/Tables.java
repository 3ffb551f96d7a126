package fr.jalon.decision;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The rows that decision tables answer, for a computation that reads them column by column. */
@Component
public class Tables {

    private final MoteurDecision moteur;

    public Tables(MoteurDecision moteur) {
        this.moteur = moteur;
    }

    /** Every fired rule, in table order. */
    public List<Ligne> lignes(String table, Map<String, Object> entrees) {
        return evaluer(table, entrees).regles().stream().map(Ligne::new).toList();
    }

    /** The rule of a table with a single answer, or empty when none matches. */
    public Optional<Ligne> ligneSiConnue(String table, Map<String, Object> entrees) {
        return evaluer(table, entrees).unique().map(Ligne::new);
    }

    /**
     * The rule of a complete table with a single answer.
     *
     * @throws IllegalStateException when no rule matches: the table has a hole
     */
    public Ligne ligne(String table, Map<String, Object> entrees) {
        return ligneSiConnue(table, entrees)
                .orElseThrow(
                        () -> new IllegalStateException("la table " + table + " n'a pas de ligne pour " + entrees));
    }

    /** The rule of a table with a single input. */
    public Ligne ligne(String table, String entree, Object valeur) {
        return ligne(table, Collections.singletonMap(entree, valeur));
    }

    /** Every question goes to the engine, which knows the answers it gave, and keeps those that are given for a dossier. */
    private EvaluationDecision evaluer(String table, Map<String, Object> entrees) {
        return moteur.evaluer(table, entrees);
    }
}
