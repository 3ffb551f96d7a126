package fr.jalon.moteur.camunda;

import fr.jalon.decision.EvaluationsDesDossiers;
import fr.jalon.dispositif.Delegue;
import fr.jalon.dispositif.FaitsDecision;
import fr.jalon.dispositif.SuiteDecision;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/**
 * The closed list of beans that models may name. Delegates are looked up when they run, so the engine does not need the
 * features to start, and the features may use the decisions that the engine evaluates.
 */
@Component
class RegistreDesDelegues {

    private final ListableBeanFactory beans;
    private final CollecteDesEvaluations collecte;
    private final EvaluationsDesDossiers evaluations;

    RegistreDesDelegues(
            ListableBeanFactory beans, CollecteDesEvaluations collecte, EvaluationsDesDossiers evaluations) {
        this.beans = beans;
        this.collecte = collecte;
        this.evaluations = evaluations;
    }

    /** Names of all registered beans, sorted. */
    Set<String> noms() {
        return new TreeSet<>(beansDuMoteur().keySet());
    }

    /** Adapters by name, for the engine's expressions. */
    Map<String, Object> beansDuMoteur() {
        Map<String, Object> registre = new LinkedHashMap<>();
        for (String nom : beans.getBeanNamesForType(Delegue.class, true, false)) {
            registre.put(nom, (JavaDelegate) execution -> executer(nom, execution));
        }
        for (String nom : beans.getBeanNamesForType(FaitsDecision.class, true, false)) {
            registre.put(nom, (ExecutionListener) execution -> poserLesFaits(nom, execution));
        }
        for (String nom : beans.getBeanNamesForType(SuiteDecision.class, true, false)) {
            registre.put(nom, (ExecutionListener) execution -> donnerLaSuite(nom, execution));
        }
        return registre;
    }

    private void executer(String nom, DelegateExecution execution) {
        ContexteCamunda contexte = new ContexteCamunda(execution);
        execution.setVariables(evaluations.pour(
                contexte.dossierId(),
                () -> beans.getBean(nom, Delegue.class).executer(contexte).valeurs()));
    }

    private void poserLesFaits(String nom, DelegateExecution execution) {
        collecte.oublier();
        ContexteCamunda contexte = new ContexteCamunda(execution);
        Map<String, Object> faits = evaluations.pour(
                contexte.dossierId(),
                () -> beans.getBean(nom, FaitsDecision.class).faits(contexte));
        faits.forEach((cle, valeur) -> execution.setVariableLocal(cle, ValeursDmn.passagere(valeur)));
    }

    private void donnerLaSuite(String nom, DelegateExecution execution) {
        SuiteDecision suite = beans.getBean(nom, SuiteDecision.class);
        ContexteCamunda contexte = new ContexteCamunda(execution);
        execution.setVariables(evaluations.pour(
                contexte.dossierId(),
                () -> suite.noter(contexte, collecte.derniere()).valeurs()));
    }
}
