package fr.jalon.moteur.camunda;

import fr.jalon.dispositif.ContexteEtape;
import fr.jalon.dispositif.VariableParcours;
import fr.jalon.dispositif.VariablesCommunes;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.instance.BaseElement;

/** A step seen from its execution. */
record ContexteCamunda(DelegateExecution execution) implements ContexteEtape {

    @Override
    public UUID dossierId() {
        return variable(VariablesCommunes.DOSSIER_ID)
                .map(UUID::fromString)
                .orElseThrow(() -> new IllegalStateException("le parcours n'est lié à aucun dossier"));
    }

    @Override
    public <T> Optional<T> variable(VariableParcours<T> variable) {
        return Optional.ofNullable(variable.lire(execution.getVariable(variable.nom())));
    }

    @Override
    public String propriete(String nom) {
        return ProprietesBpmn.lire((BaseElement) execution.getBpmnModelElementInstance(), nom);
    }

    /**
     * Process instance, activity and activity instance: a retry of the same job keeps them. Inside one activity instance
     * the purpose tells apart several effects.
     */
    @Override
    public String cleUnique(String but) {
        return execution.getProcessInstanceId() + ":" + execution.getActivityInstanceId() + ":" + but;
    }
}
