package fr.jalon.moteur;

import java.util.Map;

/** Port to what evaluates the conditions written in forms (FEEL). */
public interface ConditionsFormulaire {

    /**
     * Whether a condition holds.
     *
     * @param expression FEEL with its leading equals sign, as the form file has it
     * @param valeurs the form's data
     * @return false when the condition cannot be computed from these values
     */
    boolean vraie(String expression, Map<String, Object> valeurs);
}
