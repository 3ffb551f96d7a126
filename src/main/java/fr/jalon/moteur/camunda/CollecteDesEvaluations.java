package fr.jalon.moteur.camunda;

import fr.jalon.decision.EvaluationDecision;
import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import fr.jalon.decision.EvaluationsDesDossiers;
import fr.jalon.dispositif.VariablesCommunes;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.engine.impl.context.BpmnExecutionContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.springframework.stereotype.Component;

/** What the rule steps of the paths evaluate: remembered for the step, and kept with the dossier of the path. */
@Component
class CollecteDesEvaluations extends DerniereEvaluation {

    private final EvaluationsDesDossiers gardees;
    private final Map<String, Map<String, String>> parDefinition = new ConcurrentHashMap<>();

    CollecteDesEvaluations(EvaluationsDesDossiers gardees) {
        this.gardees = gardees;
    }

    @Override
    public void notify(DmnDecisionEvaluationEvent evenement) {
        super.notify(evenement);
        dossier().ifPresent(id -> gardees.noter(id, annotee(evenement), faits(evenement)));
    }

    private EvaluationDecision annotee(DmnDecisionEvaluationEvent evenement) {
        EvaluationDecision brute = convertir(evenement);
        Map<String, String> annotations =
                annotations(evenement.getDecisionResult().getDecision());
        Map<String, List<RegleDeclenchee>> requises = new LinkedHashMap<>();
        brute.requises().forEach((cle, regles) -> requises.put(cle, annoter(regles, annotations)));
        return new EvaluationDecision(
                brute.cle(), brute.version(), annoter(brute.regles(), annotations), requises, brute.valeurs());
    }

    private static List<RegleDeclenchee> annoter(List<RegleDeclenchee> regles, Map<String, String> annotations) {
        return regles.stream()
                .map(r -> new RegleDeclenchee(r.id(), annotations.getOrDefault(r.id(), ""), r.sorties()))
                .toList();
    }

    /** Each deployed version is read once per node. */
    private Map<String, String> annotations(DmnDecision decision) {
        return decision instanceof DecisionDefinitionEntity definition
                ? parDefinition.computeIfAbsent(
                        definition.getId(),
                        id -> MoteurDecisionCamunda.annotations(Context.getProcessEngineConfiguration()
                                .getRepositoryService()
                                .getDmnModelInstance(id)))
                : Map.of();
    }

    /** A table may also be evaluated outside of any path. */
    private static Optional<UUID> dossier() {
        return Optional.ofNullable(Context.getBpmnExecutionContext())
                .map(BpmnExecutionContext::getExecution)
                .map(execution -> execution.getVariable(VariablesCommunes.DOSSIER_ID.nom()))
                .map(id -> UUID.fromString(id.toString()));
    }

    /** What the tables looked at, by the expression of each column. */
    private static Map<String, Object> faits(DmnDecisionEvaluationEvent evenement) {
        Map<String, Object> faits = new LinkedHashMap<>();
        Stream.concat(Stream.of(evenement.getDecisionResult()), evenement.getRequiredDecisionResults().stream())
                .filter(DmnDecisionTableEvaluationEvent.class::isInstance)
                .map(DmnDecisionTableEvaluationEvent.class::cast)
                .forEach(table -> ajouter(table, faits));
        return faits;
    }

    private static void ajouter(DmnDecisionTableEvaluationEvent table, Map<String, Object> faits) {
        Map<String, String> expressions = new HashMap<>();
        ((DmnDecisionTableImpl) table.getDecision().getDecisionLogic())
                .getInputs()
                .forEach(colonne ->
                        expressions.put(colonne.getId(), colonne.getExpression().getExpression()));
        // What is not known is a fact too: null
        table.getInputs()
                .forEach(entree -> faits.put(
                        expressions.get(entree.getId()),
                        entree.getValue() == null ? null : entree.getValue().getValue()));
    }
}
