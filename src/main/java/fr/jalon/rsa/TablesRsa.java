package fr.jalon.rsa;

import fr.jalon.decision.EvaluationDecision;
import fr.jalon.decision.MoteurDecision;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;

/**
 * The module's door to its decision tables. A table is a pure function of its inputs, so the answer of a version is kept:
 * most lines of a simulation (figures of the month, kinds of resources, sentences) are the same from one to the next.
 * A newly published version is seen at once, since the version is part of the key.
 */
@Component
class TablesRsa {

    private static final int REPONSES_GARDEES = 10_000;

    private record Cle(String table, int version, Map<String, Object> entrees) {}

    private final MoteurDecision moteur;
    private final ConcurrentMap<Cle, EvaluationDecision> reponses = new ConcurrentHashMap<>();

    TablesRsa(MoteurDecision moteur) {
        this.moteur = moteur;
    }

    /** Every fired rule, in table order. */
    List<Ligne> lignes(String table, Map<String, Object> entrees) {
        return evaluer(table, entrees).regles().stream().map(Ligne::new).toList();
    }

    /** The rule of a table with a single answer, or empty when none matches. */
    Optional<Ligne> ligneSiConnue(String table, Map<String, Object> entrees) {
        return evaluer(table, entrees).unique().map(Ligne::new);
    }

    /** The rule of a complete table with a single answer. */
    Ligne ligne(String table, Map<String, Object> entrees) {
        return ligneSiConnue(table, entrees)
                .orElseThrow(
                        () -> new IllegalStateException("la table " + table + " n'a pas de ligne pour " + entrees));
    }

    /** The rule of a table with a single input. */
    Ligne ligne(String table, String entree, Object valeur) {
        return ligne(table, Collections.singletonMap(entree, valeur));
    }

    private EvaluationDecision evaluer(String table, Map<String, Object> entrees) {
        Map<String, Object> copie = Collections.unmodifiableMap(new HashMap<>(entrees));
        Optional<Integer> version = moteur.version(table);
        EvaluationDecision connue =
                version.map(v -> reponses.get(new Cle(table, v, copie))).orElse(null);
        return connue != null ? connue : evaluerEtGarder(table, copie);
    }

    private EvaluationDecision evaluerEtGarder(String table, Map<String, Object> entrees) {
        EvaluationDecision evaluation = moteur.evaluer(table, entrees);
        if (reponses.size() >= REPONSES_GARDEES) {
            reponses.clear();
        }
        reponses.put(new Cle(table, evaluation.version(), entrees), evaluation);
        return evaluation;
    }
}
