package fr.jalon.parcours.camunda;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.dossier.Dossiers;
import fr.jalon.parcours.Incidents;
import fr.jalon.parcours.VariablesCommunes;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Jobs of the engine that used up their tries: those of the paths, and the engine's own cleaning, which has no dossier nor step. */
@Service
@Transactional
class IncidentsCamunda implements Incidents {

    private static final String HORS_PARCOURS = "Entretien du moteur";
    private static final String NOS_REFUS = "fr.jalon.";

    private final RuntimeService execution;
    private final ManagementService travaux;
    private final RepositoryService depot;
    private final Dossiers dossiers;

    IncidentsCamunda(RuntimeService execution, ManagementService travaux, RepositoryService depot, Dossiers dossiers) {
        this.execution = execution;
        this.travaux = travaux;
        this.depot = depot;
        this.dossiers = dossiers;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Incident> ouverts() {
        return execution.createIncidentQuery().listPage(0, 500).stream()
                .map(this::vue)
                .sorted(Comparator.comparing(Incident::depuis))
                .toList();
    }

    @Override
    public void relancer(String id, Agent auteur) {
        auteur.exiger(Role.ADMIN);
        org.camunda.bpm.engine.runtime.Incident incident =
                execution.createIncidentQuery().incidentId(id).singleResult();
        if (incident == null) {
            throw new Conflit("Cet incident est déjà résolu.");
        }
        travaux.setJobRetries(incident.getConfiguration(), 1);
        travaux.setJobDuedate(incident.getConfiguration(), null);
        dossier(incident)
                .ifPresent(d -> dossiers.tracer(
                        d,
                        "INCIDENT",
                        "L'étape « " + etape(incident) + " » est relancée par l'administrateur.",
                        auteur));
    }

    private Incident vue(org.camunda.bpm.engine.runtime.Incident incident) {
        String etape = etape(incident);
        String numero = dossier(incident).map(d -> dossiers.parId(d).numero()).orElse("");
        Job travail =
                travaux.createJobQuery().jobId(incident.getConfiguration()).singleResult();
        return new Incident(
                incident.getId(),
                numero,
                etape,
                raison(travail).orElse("L'étape « " + etape + " » n'a pas pu être faite après plusieurs essais.")
                        + " Rien n'est perdu : corrigez la cause puis relancez.",
                travail == null ? incident.getIncidentMessage() : travail.getExceptionMessage(),
                incident.getIncidentTimestamp().toInstant());
    }

    /** What stopped the work, when it is one of our own refusals: those speak French to people, the others to technicians. */
    private Optional<String> raison(Job travail) {
        return Optional.ofNullable(travail)
                .map(t -> travaux.getJobExceptionStacktrace(t.getId()))
                .filter(trace -> trace.startsWith(NOS_REFUS))
                .map(trace -> travail.getExceptionMessage());
    }

    private Optional<UUID> dossier(org.camunda.bpm.engine.runtime.Incident incident) {
        if (incident.getProcessInstanceId() == null) {
            return Optional.empty();
        }
        return Optional.ofNullable((String)
                        execution.getVariable(incident.getProcessInstanceId(), VariablesCommunes.DOSSIER_ID.nom()))
                .map(UUID::fromString);
    }

    private String etape(org.camunda.bpm.engine.runtime.Incident incident) {
        if (incident.getProcessDefinitionId() == null) {
            return HORS_PARCOURS;
        }
        FlowElement element = depot.getBpmnModelInstance(incident.getProcessDefinitionId())
                .getModelElementById(incident.getActivityId());
        return element == null || element.getName() == null ? incident.getActivityId() : element.getName();
    }
}
