package fr.jalon.moteur.camunda;

import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** Facts of a decision as the engine sees them during a transaction. */
final class ValeursDmn {

    private ValeursDmn() {}

    /** A value that is never stored: FEEL reads dates (LocalDate) and numbers as they are. */
    static TypedValue passagere(Object valeur) {
        return valeur == null ? Variables.untypedNullValue(true) : Variables.untypedValue(valeur, true);
    }
}
