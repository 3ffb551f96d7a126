package fr.jalon.moteur.camunda;

import fr.jalon.decision.EvaluationDecision;
import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionLiteralExpressionEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionLogicEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;

/** Remembers, for the running thread, which rules fired last: the engine's own result does not say it. */
class DerniereEvaluation implements DmnDecisionEvaluationListener {

    @SuppressWarnings("ThreadLocalUsage") // one for each engine: the bean lives as long as the application
    private final ThreadLocal<EvaluationDecision> derniere = new ThreadLocal<>();

    @Override
    public void notify(DmnDecisionEvaluationEvent evenement) {
        derniere.set(convertir(evenement));
    }

    void oublier() {
        derniere.remove();
    }

    /** The last evaluation of this thread; read once. */
    EvaluationDecision derniere() {
        EvaluationDecision evaluation = derniere.get();
        derniere.remove();
        if (evaluation == null) {
            throw new IllegalStateException("aucune décision n'a été évaluée dans cette étape");
        }
        return evaluation;
    }

    /** An expression fires no rule: it is worth something. */
    static EvaluationDecision convertir(DmnDecisionEvaluationEvent evenement) {
        DmnDecisionLogicEvaluationEvent racine = evenement.getDecisionResult();
        DmnDecision decision = racine.getDecision();
        int version = decision instanceof DecisionDefinitionEntity definition ? definition.getVersion() : 0;
        Map<String, List<RegleDeclenchee>> tables = new LinkedHashMap<>();
        Map<String, Object> valeurs = new LinkedHashMap<>();
        for (DmnDecisionLogicEvaluationEvent requise : evenement.getRequiredDecisionResults()) {
            if (requise instanceof DmnDecisionTableEvaluationEvent table) {
                tables.put(table.getDecision().getKey(), regles(table));
            }
            valoir(requise, valeurs);
        }
        valoir(racine, valeurs);
        List<RegleDeclenchee> regles =
                racine instanceof DmnDecisionTableEvaluationEvent table ? regles(table) : List.of();
        return new EvaluationDecision(decision.getKey(), version, regles, tables, valeurs);
    }

    private static void valoir(DmnDecisionLogicEvaluationEvent evenement, Map<String, Object> valeurs) {
        if (evenement instanceof DmnDecisionLiteralExpressionEvaluationEvent formule) {
            valeurs.put(formule.getOutputName(), formule.getOutputValue().getValue());
        }
    }

    private static List<RegleDeclenchee> regles(DmnDecisionTableEvaluationEvent evenement) {
        return evenement.getMatchingRules().stream()
                .map(DerniereEvaluation::convertir)
                .toList();
    }

    private static RegleDeclenchee convertir(DmnEvaluatedDecisionRule regle) {
        Map<String, Object> sorties = new LinkedHashMap<>();
        regle.getOutputEntries().values().forEach(sortie -> {
            Object valeur = sortie.getValue() == null ? null : sortie.getValue().getValue();
            if (valeur != null) {
                sorties.put(sortie.getOutputName(), valeur);
            }
        });
        return new RegleDeclenchee(regle.getId(), "", sorties);
    }
}
