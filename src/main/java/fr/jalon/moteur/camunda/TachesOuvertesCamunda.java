package fr.jalon.moteur.camunda;

import fr.jalon.commun.Horloge;
import fr.jalon.dispositif.TacheEvenement;
import fr.jalon.dispositif.TacheEvenement.Nature;
import fr.jalon.dispositif.VariablesCommunes;
import fr.jalon.moteur.TachesOuvertes;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the engine's open tasks page by page. */
@Component
class TachesOuvertesCamunda implements TachesOuvertes {

    private static final int PAGE = 500;

    private final TaskService taches;
    private final RepositoryService depot;

    TachesOuvertesCamunda(TaskService taches, RepositoryService depot) {
        this.taches = taches;
        this.depot = depot;
    }

    @Override
    @Transactional(readOnly = true)
    public void parcourir(Consumer<TacheEvenement> suite) {
        Map<String, UserTask> elements = new HashMap<>();
        for (int debut = 0; ; debut += PAGE) {
            List<Task> page = taches.createTaskQuery().orderByTaskId().asc().listPage(debut, PAGE);
            page.forEach(tache -> suite.accept(evenement(tache, elements)));
            if (page.size() < PAGE) {
                return;
            }
        }
    }

    private TacheEvenement evenement(Task tache, Map<String, UserTask> elements) {
        UserTask element = elements.computeIfAbsent(
                tache.getProcessDefinitionId() + "#" + tache.getTaskDefinitionKey(),
                cle -> depot.getBpmnModelInstance(tache.getProcessDefinitionId())
                        .getModelElementById(tache.getTaskDefinitionKey()));
        String processus = tache.getProcessDefinitionId();
        return new TacheEvenement(
                Nature.CREEE,
                tache.getId(),
                UUID.fromString((String) taches.getVariable(tache.getId(), VariablesCommunes.DOSSIER_ID.nom())),
                processus.substring(0, processus.indexOf(':')),
                tache.getTaskDefinitionKey(),
                tache.getName(),
                element.getCamundaCandidateGroups(),
                attente(element),
                tache.getAssignee(),
                tache.getCreateTime().toInstant(),
                jour(tache.getFollowUpDate()),
                jour(tache.getDueDate()));
    }

    private static String attente(UserTask element) {
        if (element.getExtensionElements() == null) {
            return "";
        }
        return element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(p -> p.getCamundaProperties().stream())
                .filter(p -> "attente".equals(p.getCamundaName()))
                .map(p -> p.getCamundaValue())
                .findFirst()
                .orElse("");
    }

    private static LocalDate jour(Date date) {
        return date == null ? null : LocalDate.ofInstant(date.toInstant(), Horloge.PARIS);
    }
}
