package fr.jalon.decision;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Port to whatever evaluates DMN tables. In production the Camunda engine behind {@code parcours.camunda}. */
public interface MoteurDecision {

    /**
     * Evaluates the newest published version of a decision.
     *
     * @param cle decision id, which is also its file name without {@code .dmn}
     * @param entrees input variables by name; dates are {@link java.time.LocalDate}, numbers any {@link Number}
     * @return the fired rules in table order; none when no rule matches
     * @throws DecisionInconnue when no decision has that key
     * @throws EvaluationImpossible when an input has a type that the table cannot use
     */
    EvaluationDecision evaluer(String cle, Map<String, Object> entrees);

    /**
     * Among these names, those that nothing in the newest published decision reads.
     *
     * @throws DecisionInconnue when no decision has that key
     */
    default Set<String> entreesInconnues(String cle, Set<String> noms) {
        return Set.of();
    }

    /** Version of the newest published decision, or empty when there is none. */
    Optional<Integer> version(String cle);
}
