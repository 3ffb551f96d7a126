package fr.jalon.moteur.camunda;

import fr.jalon.moteur.EtapesEnCours;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Open steps over the Camunda engine. */
@Component
class EtapesEnCoursCamunda implements EtapesEnCours {

    private final TaskService taches;
    private final RepositoryService modeles;

    EtapesEnCoursCamunda(TaskService taches, RepositoryService modeles) {
        this.taches = taches;
        this.modeles = modeles;
    }

    @Override
    public boolean attend(String numero, String... etapes) {
        return taches.createTaskQuery()
                        .processInstanceBusinessKey(numero)
                        .taskDefinitionKeyIn(etapes)
                        .count()
                > 0;
    }

    @Override
    public boolean connait(String numero, String element) {
        return taches.createTaskQuery().processInstanceBusinessKey(numero).list().stream()
                .anyMatch(t ->
                        modeles.getBpmnModelInstance(t.getProcessDefinitionId()).getModelElementById(element) != null);
    }
}
