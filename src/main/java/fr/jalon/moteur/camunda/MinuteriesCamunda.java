package fr.jalon.moteur.camunda;

import fr.jalon.commun.Horloge;
import fr.jalon.dispositif.Minuteries;
import fr.jalon.dispositif.VariableParcours;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.springframework.stereotype.Component;

/** Timers over the Camunda engine. */
@Component
class MinuteriesCamunda implements Minuteries {

    private final RuntimeService execution;
    private final ManagementService travaux;
    private final RepositoryService depot;
    private final TaskService taches;

    MinuteriesCamunda(
            RuntimeService execution, ManagementService travaux, RepositoryService depot, TaskService taches) {
        this.execution = execution;
        this.travaux = travaux;
        this.depot = depot;
        this.taches = taches;
    }

    @Override
    public void regler(String numero, String element, VariableParcours<Date> variable, Date quand, LocalDate limite) {
        for (ProcessInstance instance : execution
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(numero)
                .list()) {
            execution.setVariable(instance.getId(), variable.nom(), quand);
            for (Job travail : travaux.createJobQuery()
                    .processInstanceId(instance.getId())
                    .activityId(element)
                    .timers()
                    .list()) {
                travaux.setJobDuedate(travail.getId(), quand, false);
            }
            limiter(instance, element, limite);
        }
    }

    /** The step that the timer interrupts shows the same last day; one whose delay does not run shows none. */
    private void limiter(ProcessInstance instance, String element, LocalDate limite) {
        if (!(depot.getBpmnModelInstance(instance.getProcessDefinitionId()).getModelElementById(element)
                        instanceof BoundaryEvent evenement)
                || !evenement.cancelActivity()) {
            return;
        }
        taches.createTaskQuery()
                .processInstanceId(instance.getId())
                .taskDefinitionKey(evenement.getAttachedTo().getId())
                .list()
                .forEach(tache -> {
                    tache.setDueDate(
                            limite == null
                                    ? null
                                    : Date.from(
                                            limite.atStartOfDay(Horloge.PARIS).toInstant()));
                    taches.saveTask(tache);
                });
    }
}
