package fr.jalon.moteur.camunda;

import fr.jalon.dispositif.VariablesCommunes;
import fr.jalon.dossier.DossierTransfere;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A dossier that goes to another antenne takes its path along: its tasks wait there for whoever takes them. */
@Component
class TransfertDesParcours {

    private final RuntimeService execution;
    private final TaskService taches;

    TransfertDesParcours(RuntimeService execution, TaskService taches) {
        this.execution = execution;
        this.taches = taches;
    }

    @EventListener
    void sur(DossierTransfere fait) {
        for (ProcessInstance instance : execution
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(fait.numero())
                .list()) {
            execution.setVariable(instance.getId(), VariablesCommunes.ANTENNE.nom(), fait.apres());
            taches.createTaskQuery().processInstanceId(instance.getId()).taskAssigned().list().stream()
                    .forEach(tache -> taches.setAssignee(tache.getId(), null));
        }
    }
}
