package fr.jalon.moteur.camunda;

import fr.jalon.commun.Horloge;
import fr.jalon.dispositif.EcheanceEtape;
import fr.jalon.dispositif.TacheEvenement;
import fr.jalon.dispositif.TacheEvenement.Nature;
import fr.jalon.dispositif.VariablesCommunes;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Hears the five events of every user task of every model and publishes them as facts, in the engine's transaction. On
 * creation it also sets the two dates of the step, which the table {@code delais} gives.
 */
@Component
class EcouteDesTaches extends AbstractBpmnParseListener {

    private static final Map<String, Nature> NATURES = Map.of(
            TaskListener.EVENTNAME_CREATE, Nature.CREEE,
            TaskListener.EVENTNAME_ASSIGNMENT, Nature.ASSIGNEE,
            TaskListener.EVENTNAME_UPDATE, Nature.MODIFIEE,
            TaskListener.EVENTNAME_COMPLETE, Nature.ACHEVEE,
            TaskListener.EVENTNAME_DELETE, Nature.SUPPRIMEE);

    private final ApplicationEventPublisher evenements;
    private final ObjectProvider<EcheanceEtape> echeances;

    EcouteDesTaches(ApplicationEventPublisher evenements, ObjectProvider<EcheanceEtape> echeances) {
        this.evenements = evenements;
        this.echeances = echeances;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activite) {
        TaskDefinition definition = ((UserTaskActivityBehavior) activite.getActivityBehavior()).getTaskDefinition();
        String groupe = definition.getCandidateGroupIdExpressions().stream()
                .map(Object::toString)
                .findFirst()
                .orElse("");
        String attente = ProprietesBpmn.lire(element, "attente");
        NATURES.forEach((nom, nature) -> definition.addBuiltInTaskListener(
                nom, (TaskListener) tache -> publier(nature, tache, groupe, attente)));
    }

    private void publier(Nature nature, DelegateTask tache, String groupe, String attente) {
        UUID dossier = UUID.fromString((String) tache.getVariable(VariablesCommunes.DOSSIER_ID.nom()));
        if (nature == Nature.CREEE) {
            poserLesDates(tache, dossier);
        }
        String processus = ((TaskEntity) tache).getProcessDefinition().getKey();
        evenements.publishEvent(new TacheEvenement(
                nature,
                tache.getId(),
                dossier,
                processus,
                tache.getTaskDefinitionKey(),
                tache.getName(),
                groupe,
                attente,
                tache.getAssignee(),
                tache.getCreateTime().toInstant(),
                jour(tache.getFollowUpDate()),
                jour(tache.getDueDate())));
    }

    private void poserLesDates(DelegateTask tache, UUID dossier) {
        EcheanceEtape.Dates dates = echeances.getObject().dates(dossier, tache.getTaskDefinitionKey());
        ((TaskEntity) tache).setFollowUpDate(date(dates.cible()));
        tache.setDueDate(date(dates.limite()));
    }

    private static Date date(LocalDate jour) {
        return jour == null ? null : Date.from(jour.atStartOfDay(Horloge.PARIS).toInstant());
    }

    private static LocalDate jour(Date date) {
        return date == null ? null : LocalDate.ofInstant(date.toInstant(), Horloge.PARIS);
    }
}
