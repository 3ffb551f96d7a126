package fr.jalon.moteur.camunda;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Starts the engine's jobs when everybody listens. The engine would start them as soon as it is built, while the listeners of
 * the queue and of the audit are not registered yet: a task made by a job of these seconds was in no queue.
 */
@Component
class DemarrageDesTravaux implements SmartLifecycle {

    /** Last before the web server; so the first to stop after it. */
    static final int PHASE = Integer.MAX_VALUE - 4096;

    private final JobExecutor ordonnanceur;
    private final boolean actifs;

    DemarrageDesTravaux(ProcessEngine moteur, @Value("${jalon.moteur.travaux.actifs:true}") boolean actifs) {
        // Asked of the engine, so that it is built.
        this.ordonnanceur = ((ProcessEngineConfigurationImpl) moteur.getProcessEngineConfiguration()).getJobExecutor();
        this.actifs = actifs;
    }

    @Override
    public void start() {
        if (actifs) {
            ordonnanceur.start();
        }
    }

    @Override
    public void stop() {
        ordonnanceur.shutdown();
    }

    @Override
    public boolean isRunning() {
        return ordonnanceur.isActive();
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
