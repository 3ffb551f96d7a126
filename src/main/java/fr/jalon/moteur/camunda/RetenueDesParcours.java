package fr.jalon.moteur.camunda;

import fr.jalon.commun.Horloge;
import fr.jalon.dossier.DossierRendu;
import fr.jalon.dossier.DossierRetenu;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Retenues;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A dossier that waits moves neither by a timer nor by an automatic step. Only the work is stopped, not the path: a piece that
 * comes in meanwhile is still noted. When the dossier goes on, what fell due meanwhile has its remaining time again.
 */
@Component
class RetenueDesParcours {

    private final RuntimeService execution;
    private final ManagementService travaux;
    private final Dossiers dossiers;
    private final Retenues retenues;
    private final Horloge horloge;

    RetenueDesParcours(
            RuntimeService execution,
            ManagementService travaux,
            Dossiers dossiers,
            Retenues retenues,
            Horloge horloge) {
        this.execution = execution;
        this.travaux = travaux;
        this.dossiers = dossiers;
        this.retenues = retenues;
        this.horloge = horloge;
    }

    @EventListener
    void sur(DossierRetenu fait) {
        instances(numero(fait.dossierId()), travaux::suspendJobByProcessInstanceId);
    }

    /** After a move of the path: the work that it made waits as well. */
    void garder(UUID dossierId, String numero) {
        if (retenues.retenu(dossierId)) {
            instances(numero, travaux::suspendJobByProcessInstanceId);
        }
    }

    @EventListener
    void sur(DossierRendu fait) {
        instances(numero(fait.dossierId()), id -> {
            travaux.activateJobByProcessInstanceId(id);
            travaux.createJobQuery().processInstanceId(id).timers().list().forEach(t -> reporter(t, fait.depuis()));
        });
    }

    private void reporter(Job minuterie, Instant depuis) {
        Instant prevue =
                minuterie.getDuedate() == null ? null : minuterie.getDuedate().toInstant();
        Instant maintenant = horloge.maintenant();
        if (prevue != null && prevue.isAfter(depuis) && !prevue.isAfter(maintenant)) {
            travaux.setJobDuedate(
                    minuterie.getId(), Date.from(maintenant.plus(Duration.between(depuis, prevue))), false);
        }
    }

    private String numero(UUID dossierId) {
        return dossiers.parId(dossierId).numero();
    }

    private void instances(String numero, Consumer<String> geste) {
        execution.createProcessInstanceQuery().processInstanceBusinessKey(numero).list().stream()
                .map(ProcessInstance::getId)
                .forEach(geste);
    }
}
