package fr.jalon.moteur.camunda;

import fr.jalon.commun.Horloge;
import fr.jalon.dispositif.Anomalies;
import fr.jalon.dispositif.Depart;
import fr.jalon.dispositif.EcheanceEtape;
import fr.jalon.dispositif.FaitAttendu;
import fr.jalon.dispositif.MessageParcours;
import fr.jalon.dispositif.VariablesCommunes;
import fr.jalon.dossier.DossierOuvert;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.SignalementFait;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Turns the facts of the features into moves of the paths, in the same transaction: starts the process of a new dossier,
 * sends the messages of what is signalled, completes the steps that wait for a fact.
 */
@Component
class ParcoursCamunda {

    private final RuntimeService execution;
    private final TaskService taches;
    private final Dossiers dossiers;
    private final EcheanceEtape echeances;
    private final Anomalies anomalies;
    private final List<Depart> departs;
    private final DefinitionsDesParcours definitions;
    private final RetenueDesParcours retenue;

    ParcoursCamunda(
            RuntimeService execution,
            TaskService taches,
            Dossiers dossiers,
            EcheanceEtape echeances,
            Anomalies anomalies,
            List<Depart> departs,
            DefinitionsDesParcours definitions,
            RetenueDesParcours retenue) {
        this.execution = execution;
        this.taches = taches;
        this.dossiers = dossiers;
        this.echeances = echeances;
        this.anomalies = anomalies;
        this.departs = departs;
        this.definitions = definitions;
        this.retenue = retenue;
    }

    @EventListener
    void surDossierOuvert(DossierOuvert fait) {
        String cle = definitions
                .cle(fait.dispositif())
                .orElseThrow(
                        () -> new IllegalStateException("aucun processus ne porte le dispositif " + fait.dispositif()));
        Map<String, Object> variables = new HashMap<>();
        departs.stream()
                .filter(d -> d.dispositif().equals(fait.dispositif()))
                .forEach(d -> variables.putAll(d.variables(fait.dossierId()).valeurs()));
        variables.put(VariablesCommunes.DOSSIER_ID.nom(), fait.dossierId().toString());
        variables.put(VariablesCommunes.ANTENNE.nom(), fait.antenne());
        variables.put(VariablesCommunes.URGENT.nom(), false);
        execution.startProcessInstanceByKey(cle, fait.numero(), variables);
    }

    @EventListener
    void surSignalement(SignalementFait fait) {
        DossierVue dossier = dossiers.parId(fait.dossierId());
        String message = switch (fait.signalement()) {
            case DESISTEMENT -> "DesistementDeclare";
            case DEMENAGEMENT -> "DemenagementDeclare";
            case DOUBLON -> "DoublonConstate";
            case DECES -> "DecesDeclare";
            case URGENCE -> "UrgenceSignalee";
            case CONFORMITE -> "ConformiteConstatee";
        };
        correler(dossier, message);
        if (dossier.urgent()) {
            avancerLesEcheances(dossier);
        }
    }

    @EventListener
    void surMessage(MessageParcours fait) {
        DossierVue dossier = dossiers.parId(fait.dossierId());
        if (fait.attendu() || attend(dossier, fait.message())) {
            correler(dossier, fait.message());
        }
    }

    private boolean attend(DossierVue dossier, String message) {
        return execution
                        .createExecutionQuery()
                        .messageEventSubscriptionName(message)
                        .processInstanceBusinessKey(dossier.numero())
                        .count()
                > 0;
    }

    private void correler(DossierVue dossier, String message) {
        try {
            execution
                    .createMessageCorrelation(message)
                    .processInstanceBusinessKey(dossier.numero())
                    .correlateWithResult();
            retenue.garder(dossier.id(), dossier.numero());
        } catch (MismatchingMessageCorrelationException e) {
            anomalies.signaler(
                    "parcours", "Le dossier " + dossier.numero() + " n'a pas pu recevoir « " + message + " ».");
        }
    }

    @EventListener
    void surFaitAttendu(FaitAttendu.Survenu fait) {
        acheverSiEnCours(fait);
    }

    private void acheverSiEnCours(FaitAttendu.Survenu fait) {
        String numero = dossiers.parId(fait.dossierId()).numero();
        List<Task> ouvertes = taches.createTaskQuery()
                .processInstanceBusinessKey(numero)
                .taskDefinitionKeyIn(fait.fait().etapes().toArray(String[]::new))
                .list();
        for (Task tache : ouvertes) {
            if (tache.getAssignee() == null) {
                taches.setAssignee(tache.getId(), fait.auteur().identifiant());
            }
            taches.complete(tache.getId(), fait.variables());
        }
        retenue.garder(fait.dossierId(), numero);
    }

    private void avancerLesEcheances(DossierVue dossier) {
        for (Task tache : taches.createTaskQuery()
                .processInstanceBusinessKey(dossier.numero())
                .list()) {
            EcheanceEtape.Dates dates = echeances.dates(dossier.id(), tache.getTaskDefinitionKey());
            if (dates.limite() != null) {
                tache.setDueDate(
                        Date.from(dates.limite().atStartOfDay(Horloge.PARIS).toInstant()));
            }
            if (dates.cible() != null) {
                tache.setFollowUpDate(
                        Date.from(dates.cible().atStartOfDay(Horloge.PARIS).toInstant()));
            }
            taches.saveTask(tache);
        }
    }
}
