package fr.jalon.moteur.camunda;

import fr.jalon.dispositif.TravailDuDossier;
import java.util.List;
import java.util.stream.Stream;
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

    /** A dossier is decided, then worked again, a few times at most. */
    private static final int ASSEZ = 20;

    private final TaskService taches;
    private final HistoryService histoire;

    TravailDuDossierCamunda(TaskService taches, HistoryService histoire) {
        this.taches = taches;
        this.histoire = histoire;
    }

    @Override
    public List<String> enCharge(String numero) {
        return Stream.concat(enCours(numero), faites(numero)).distinct().toList();
    }

    private Stream<String> enCours(String numero) {
        return taches
                .createTaskQuery()
                .processInstanceBusinessKey(numero)
                .taskAssigned()
                .orderByTaskCreateTime()
                .desc()
                .listPage(0, ASSEZ)
                .stream()
                .map(Task::getAssignee);
    }

    private Stream<String> faites(String numero) {
        return histoire
                .createHistoricTaskInstanceQuery()
                .processInstanceBusinessKey(numero)
                .taskAssigned()
                .finished()
                .orderByHistoricTaskInstanceEndTime()
                .desc()
                .listPage(0, ASSEZ)
                .stream()
                .map(HistoricTaskInstance::getAssignee);
    }
}
