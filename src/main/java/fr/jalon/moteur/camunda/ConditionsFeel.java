package fr.jalon.moteur.camunda;

import fr.jalon.moteur.ConditionsFormulaire;
import java.util.HashMap;
import java.util.Map;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.impl.JavaValueMapper;
import org.springframework.stereotype.Component;

/** Conditions of forms, by the same FEEL engine as the decisions. */
@Component
class ConditionsFeel implements ConditionsFormulaire {

    private final FeelEngine moteur =
            new FeelEngine.Builder().customValueMapper(new JavaValueMapper()).build();

    @Override
    public boolean vraie(String expression, Map<String, Object> valeurs) {
        String formule = expression.startsWith("=") ? expression.substring(1) : expression;
        var resultat = moteur.evalExpression(formule, new HashMap<>(valeurs));
        return resultat.isRight() && Boolean.TRUE.equals(resultat.right().get());
    }
}
