package fr.jalon.corbeille;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Wakes the worker as soon as a lot is kept, and from time to time to take over what another node left. */
@Component
class ReveilDesLots implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ReveilDesLots.class);
    private static final long ATTENTE_ARRET_S = 20;

    private final OuvrierDesLots ouvrier;
    private final ExecutorService fil = Executors.newSingleThreadExecutor(tache -> {
        Thread thread = new Thread(tache, "lots");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean arret;

    ReveilDesLots(OuvrierDesLots ouvrier) {
        this.ouvrier = ouvrier;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void sur(LotDemande demande) {
        reveiller();
    }

    @Scheduled(
            initialDelayString = "${jalon.corbeille.lots.periode:PT10S}",
            fixedDelayString = "${jalon.corbeille.lots.periode:PT10S}")
    void reveiller() {
        if (!arret) {
            fil.execute(this::travailler);
        }
    }

    private void travailler() {
        try {
            ouvrier.travailler(() -> arret);
        } catch (RuntimeException e) {
            LOG.error("Le travail groupé s'est arrêté ; il sera repris", e);
        }
    }

    /** Lets the present row end: it is committed or undone before the pool of connections closes. */
    @Override
    public void destroy() throws InterruptedException {
        arret = true;
        fil.shutdown();
        if (!fil.awaitTermination(ATTENTE_ARRET_S, TimeUnit.SECONDS)) {
            LOG.warn("Le lot en cours n'a pas rendu la main à temps ; il sera repris");
        }
    }
}
