package fr.jalon.parcours.camunda;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** Values in the form that the decision tables read: dates as java.util.Date at midnight in Paris, numbers as they are. */
final class ValeursDmn {

    private ValeursDmn() {}

    static Map<String, Object> de(Map<String, Object> entrees) {
        Map<String, Object> valeurs = new HashMap<>();
        entrees.forEach((nom, valeur) -> valeurs.put(nom, convertir(valeur)));
        return valeurs;
    }

    /** A value that the engine sees during the transaction and never stores. */
    static TypedValue passagere(Object valeur) {
        Object convertie = convertir(valeur);
        if (convertie == null) {
            return Variables.untypedNullValue(true);
        }
        return Variables.untypedValue(convertie, true);
    }

    private static Object convertir(Object valeur) {
        if (valeur instanceof LocalDate jour) {
            return java.util.Date.from(
                    jour.atStartOfDay(fr.jalon.commun.Horloge.PARIS).toInstant());
        }
        if (valeur instanceof BigDecimal nombre) {
            return nombre.doubleValue();
        }
        return valeur;
    }
}
