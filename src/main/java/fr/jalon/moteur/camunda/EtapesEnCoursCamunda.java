package fr.jalon.moteur.camunda;

import fr.jalon.moteur.EtapesEnCours;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Open steps over the Camunda engine. */
@Component
class EtapesEnCoursCamunda implements EtapesEnCours {

    private final TaskService taches;

    EtapesEnCoursCamunda(TaskService taches) {
        this.taches = taches;
    }

    @Override
    public boolean attend(String numero, String... etapes) {
        return taches.createTaskQuery()
                        .processInstanceBusinessKey(numero)
                        .taskDefinitionKeyIn(etapes)
                        .count()
                > 0;
    }
}
