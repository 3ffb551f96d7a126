package fr.jalon.moteur.camunda;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Conflit;
import fr.jalon.decision.EvaluationsDesDossiers;
import fr.jalon.dispositif.Etape;
import fr.jalon.dispositif.EtapeDecidee;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.moteur.Etapes;
import fr.jalon.moteur.ValidationFormulaire;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Ends the human step that somebody decided elsewhere, with the same form and the same checks as on a screen. */
@Component
class EtapesDecidees {

    private final TaskService taches;
    private final FormService formulaires;
    private final Dossiers dossiers;
    private final Etapes etapes;
    private final ValidationFormulaire validation;
    private final EvaluationsDesDossiers evaluations;
    private final ObjectMapper json;

    EtapesDecidees(
            ProcessEngine moteur,
            Dossiers dossiers,
            Etapes etapes,
            ValidationFormulaire validation,
            EvaluationsDesDossiers evaluations,
            ObjectMapper json) {
        this.taches = moteur.getTaskService();
        this.formulaires = moteur.getFormService();
        this.dossiers = dossiers;
        this.etapes = etapes;
        this.validation = validation;
        this.evaluations = evaluations;
        this.json = json;
    }

    /** @throws Conflit when the dossier no longer waits for this step: who decided must know */
    @EventListener
    void sur(EtapeDecidee fait) {
        DossierVue dossier = dossiers.parId(fait.dossierId());
        List<Task> ouvertes = taches.createTaskQuery()
                .processInstanceBusinessKey(dossier.numero())
                .taskDefinitionKey(fait.etape())
                .initializeFormKeys()
                .list();
        if (ouvertes.size() != 1) {
            throw new Conflit("Le dossier " + dossier.numero() + " n'attend plus cette décision.");
        }
        Task tache = ouvertes.get(0);
        Etape etape = etapes.pour(tache.getTaskDefinitionKey(), tache.getId(), schema(tache.getId()));
        Map<String, Object> propres =
                validation.valider(schema(tache.getId()), fait.donnees(), etape.donnees(fait.dossierId(), Agent.JALON));
        taches.setAssignee(tache.getId(), Agent.JALON.identifiant());
        Map<String, Object> variables = evaluations.pour(
                fait.dossierId(),
                () -> etape.accomplir(fait.dossierId(), propres, Agent.JALON).valeurs());
        dossiers.tracer(fait.dossierId(), "TACHE", "Étape faite : " + tache.getName() + ".", Agent.JALON);
        taches.complete(tache.getId(), variables);
    }

    private JsonNode schema(String id) {
        try (InputStream fichier = formulaires.getDeployedTaskForm(id)) {
            return json.readTree(fichier);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
