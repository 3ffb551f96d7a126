package fr.jalon.decision;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a decision table answered, with what the decisions that it requires answered.
 *
 * @param cle decision id
 * @param version version of the table that answered, from 1
 * @param regles fired rules, in table order; empty when none matched
 * @param requises tables that it requires, at any depth, by id
 * @param valeurs what the required expressions are worth, by name of variable
 */
public record EvaluationDecision(
        String cle,
        int version,
        List<RegleDeclenchee> regles,
        Map<String, List<RegleDeclenchee>> requises,
        Map<String, Object> valeurs) {

    public EvaluationDecision {
        regles = List.copyOf(regles);
        requises = Collections.unmodifiableMap(new LinkedHashMap<>(requises));
        valeurs = Collections.unmodifiableMap(new LinkedHashMap<>(valeurs));
    }

    /** A table that requires no other. */
    public EvaluationDecision(String cle, int version, List<RegleDeclenchee> regles) {
        this(cle, version, regles, Map.of(), Map.of());
    }

    /** Fired rules of a table that this one requires; none when it is not in its diagram. */
    public List<RegleDeclenchee> requise(String decision) {
        return requises.getOrDefault(decision, List.of());
    }

    /**
     * One fired rule.
     *
     * @param id rule id in the DMN file
     * @param annotation the row's annotation: the article and, when useful, a sentence
     * @param sorties output values by column name; a column left empty is absent
     */
    public record RegleDeclenchee(String id, String annotation, Map<String, Object> sorties) {

        public RegleDeclenchee {
            sorties = Collections.unmodifiableMap(sorties);
        }

        /** Text value of an output column, or null when the cell is empty. */
        public String texte(String colonne) {
            Object valeur = sorties.get(colonne);
            return valeur == null ? null : valeur.toString();
        }
    }

    /** The single fired rule of a UNIQUE table, or empty. */
    public Optional<RegleDeclenchee> unique() {
        if (regles.size() > 1) {
            throw new IllegalStateException(cle + " : plusieurs règles déclenchées pour une table à règle unique");
        }
        return regles.stream().findFirst();
    }

    /** Output rows, for callers that need values only. */
    public List<Map<String, Object>> lignes() {
        return regles.stream().map(RegleDeclenchee::sorties).toList();
    }
}
