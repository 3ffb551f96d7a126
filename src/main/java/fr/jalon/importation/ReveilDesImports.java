package fr.jalon.importation;

import fr.jalon.commun.FilDeTravail;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Wakes the worker as soon as an import is kept, and from time to time to take over what another node left. */
@Component
class ReveilDesImports implements DisposableBean {

    private final FilDeTravail fil;

    ReveilDesImports(OuvrierDesImports ouvrier) {
        this.fil = new FilDeTravail("imports", ouvrier::travailler);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void sur(TravailDemande demande) {
        reveiller();
    }

    @Scheduled(
            initialDelayString = "${jalon.imports.periode:PT10S}",
            fixedDelayString = "${jalon.imports.periode:PT10S}")
    void reveiller() {
        fil.reveiller();
    }

    @Override
    public void destroy() throws InterruptedException {
        fil.arreter();
    }
}
