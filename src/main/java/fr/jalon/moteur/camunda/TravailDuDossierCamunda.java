package fr.jalon.moteur.camunda;

import fr.jalon.dispositif.TravailDuDossier;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the tasks of a dossier, under way and done. */
@Service
@Transactional(readOnly = true)
class TravailDuDossierCamunda implements TravailDuDossier {

    private final TaskService taches;
    private final HistoryService histoire;

    TravailDuDossierCamunda(TaskService taches, HistoryService histoire) {
        this.taches = taches;
        this.histoire = histoire;
    }

    @Override
    public Optional<String> enCharge(String numero) {
        return taches
                .createTaskQuery()
                .processInstanceBusinessKey(numero)
                .taskAssigned()
                .orderByTaskCreateTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .map(Task::getAssignee)
                .findFirst()
                .or(() -> dernier(numero));
    }

    private Optional<String> dernier(String numero) {
        return histoire
                .createHistoricTaskInstanceQuery()
                .processInstanceBusinessKey(numero)
                .taskAssigned()
                .finished()
                .orderByHistoricTaskInstanceEndTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .map(HistoricTaskInstance::getAssignee)
                .findFirst();
    }
}
