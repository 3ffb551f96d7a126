package fr.jalon.moteur.camunda;

import fr.jalon.agent.Agent;
import fr.jalon.courrier.RedactionALEssai;
import fr.jalon.dispositif.ApercusDuDispositif;
import fr.jalon.moteur.Apercus;
import fr.jalon.moteur.TacheVue;
import fr.jalon.moteur.Taches;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries a step in a transaction of its own that is always undone. The work that the path makes for later (asyncBefore) is done in it as
 * well, because letters are written there; a timer waits for its day, so it is never part of the trial.
 */
@Service
class ApercusCamunda implements Apercus {

    /** More pieces of work than any path makes between two waits: what goes on beyond turns in circles. */
    private static final int TRAVAUX_MAX = 50;

    private final List<ApercusDuDispositif> dispositifs;
    private final Taches taches;
    private final TaskService moteur;
    private final ManagementService travaux;
    private final RedactionALEssai lettres;
    private final TransactionTemplate transaction;

    ApercusCamunda(
            List<ApercusDuDispositif> dispositifs,
            Taches taches,
            TaskService moteur,
            ManagementService travaux,
            RedactionALEssai lettres,
            PlatformTransactionManager transactions) {
        this.dispositifs = List.copyOf(dispositifs);
        this.taches = taches;
        this.moteur = moteur;
        this.travaux = travaux;
        this.lettres = lettres;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public Optional<byte[]> rediger(TacheVue tache, Map<String, Object> donnees, Agent agent) {
        return dispositifs.stream()
                .filter(d -> d.aUnCourrier(tache.etape()))
                .findFirst()
                .map(d -> d.rediger(tache.dossierId(), tache.etape(), donnees))
                .orElseGet(() -> alEssai(tache.id(), donnees, agent));
    }

    private Optional<byte[]> alEssai(String tacheId, Map<String, Object> donnees, Agent agent) {
        return transaction.execute(etat -> {
            etat.setRollbackOnly();
            return lettres.lire(() -> essayer(tacheId, donnees, agent));
        });
    }

    private void essayer(String tacheId, Map<String, Object> donnees, Agent agent) {
        // Says who was first when the task is gone.
        taches.tache(tacheId, agent);
        String instance =
                moteur.createTaskQuery().taskId(tacheId).singleResult().getProcessInstanceId();
        taches.achever(tacheId, donnees, agent);
        for (int i = 0; i < TRAVAUX_MAX; i++) {
            List<Job> aFaire = travaux.createJobQuery()
                    .processInstanceId(instance)
                    .messages()
                    .active()
                    .withRetriesLeft()
                    .listPage(0, 1);
            if (aFaire.isEmpty()) {
                return;
            }
            travaux.executeJob(aFaire.get(0).getId());
        }
        throw new IllegalStateException("l'étape " + tacheId + " fait plus de " + TRAVAUX_MAX + " travaux");
    }
}
