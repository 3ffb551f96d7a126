package fr.jalon.moteur.camunda;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.dispositif.VariablesCommunes;
import fr.jalon.dossier.Dossiers;
import fr.jalon.moteur.Incidents;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Jobs of the engine that failed, from the first time: those of the paths, and the engine's own cleaning, which has no dossier nor step. */
@Service
@Transactional
class IncidentsCamunda implements Incidents {

    private static final String HORS_PARCOURS = "Entretien du moteur";
    private static final int MONTRES = 500;
    private static final String NOS_REFUS = "fr.jalon.";

    private final RuntimeService execution;
    private final ManagementService travaux;
    private final RepositoryService depot;
    private final Dossiers dossiers;
    private final Horloge horloge;

    IncidentsCamunda(
            RuntimeService execution,
            ManagementService travaux,
            RepositoryService depot,
            Dossiers dossiers,
            Horloge horloge) {
        this.execution = execution;
        this.travaux = travaux;
        this.depot = depot;
        this.dossiers = dossiers;
        this.horloge = horloge;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Incident> ouverts() {
        return enEchec(travaux::createJobQuery);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Incident> duDossier(UUID dossierId) {
        return execution
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(dossiers.parId(dossierId).numero())
                .list()
                .stream()
                .flatMap(p -> enEchec(() -> travaux.createJobQuery().processInstanceId(p.getId())).stream())
                .toList();
    }

    /**
     * A job keeps the message of its last failure until it succeeds; at its first one it still has tries left. One that has none
     * left may have lost its message.
     */
    private List<Incident> enEchec(Supplier<JobQuery> requete) {
        Map<String, Job> travauxEnEchec = new LinkedHashMap<>();
        requete.get().noRetriesLeft().listPage(0, MONTRES).forEach(j -> travauxEnEchec.put(j.getId(), j));
        requete.get().withException().listPage(0, MONTRES).forEach(j -> travauxEnEchec.put(j.getId(), j));
        return travauxEnEchec.values().stream()
                .map(this::vue)
                .sorted(Comparator.comparing((Incident i) -> !i.arrete()).thenComparing(IncidentsCamunda::instant))
                .toList();
    }

    private static Instant instant(Incident incident) {
        return incident.arrete() ? incident.depuis() : incident.prochainEssai();
    }

    @Override
    public void relancer(String id, Agent auteur) {
        auteur.exiger(Role.ADMIN);
        Job travail = travaux.createJobQuery().jobId(id).singleResult();
        if (travail == null || (travail.getRetries() > 0 && travail.getExceptionMessage() == null)) {
            throw new Conflit("Cette étape a abouti entre-temps : il n'y a plus rien à relancer.");
        }
        travaux.setJobRetries(id, Math.max(1, travail.getRetries()));
        travaux.setJobDuedate(id, null);
        dossier(travail)
                .ifPresent(d -> dossiers.tracer(
                        d,
                        "INCIDENT",
                        "L'étape « " + etape(travail) + " » est relancée par l'administrateur.",
                        auteur));
    }

    private Incident vue(Job travail) {
        String etape = etape(travail);
        boolean arrete = travail.getRetries() == 0;
        String numero = dossier(travail).map(d -> dossiers.parId(d).numero()).orElse("");
        return new Incident(
                travail.getId(),
                numero,
                etape,
                raison(travail)
                                .orElse(
                                        arrete
                                                ? "L'étape « " + etape
                                                        + " » n'a pas pu être faite après plusieurs essais."
                                                : "L'étape « " + etape + " » n'a pas abouti.")
                        + (arrete
                                ? " Rien n'est perdu : corrigez la cause puis relancez."
                                : " Elle sera essayée de nouveau d'elle-même."),
                travail.getExceptionMessage(),
                arrete ? arretDepuis(travail) : null,
                arrete ? null : prochain(travail));
    }

    private Instant arretDepuis(Job travail) {
        return execution.createIncidentQuery().configuration(travail.getId()).listPage(0, 1).stream()
                .map(i -> i.getIncidentTimestamp().toInstant())
                .findFirst()
                .orElseGet(() -> travail.getCreateTime().toInstant());
    }

    /** Without a date of its own it is tried at once. */
    private Instant prochain(Job travail) {
        return travail.getDuedate() == null
                ? horloge.maintenant()
                : travail.getDuedate().toInstant();
    }

    /** What stopped the work, when it is one of our own refusals: those speak French to people, the others to technicians. */
    private Optional<String> raison(Job travail) {
        return Optional.ofNullable(travaux.getJobExceptionStacktrace(travail.getId()))
                .filter(trace -> trace.startsWith(NOS_REFUS))
                .map(trace -> travail.getExceptionMessage());
    }

    private Optional<UUID> dossier(Job incident) {
        if (incident.getProcessInstanceId() == null) {
            return Optional.empty();
        }
        return Optional.ofNullable((String)
                        execution.getVariable(incident.getProcessInstanceId(), VariablesCommunes.DOSSIER_ID.nom()))
                .map(UUID::fromString);
    }

    private String etape(Job incident) {
        if (incident.getProcessDefinitionId() == null) {
            return HORS_PARCOURS;
        }
        FlowElement element =
                depot.getBpmnModelInstance(incident.getProcessDefinitionId()).getModelElementById(activite(incident));
        return element == null || element.getName() == null ? HORS_PARCOURS : element.getName();
    }

    /** The step that the failure names, else the one that the work was made for. */
    private String activite(Job travail) {
        return travail.getFailedActivityId() != null
                ? travail.getFailedActivityId()
                : travaux.createJobDefinitionQuery()
                        .jobDefinitionId(travail.getJobDefinitionId())
                        .singleResult()
                        .getActivityId();
    }
}
