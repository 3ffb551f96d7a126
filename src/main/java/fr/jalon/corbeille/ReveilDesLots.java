package fr.jalon.corbeille;

import fr.jalon.commun.FilDeTravail;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Wakes the worker as soon as a lot is kept, and from time to time to take over what another node left. */
@Component
class ReveilDesLots implements DisposableBean {

    private final FilDeTravail fil;

    ReveilDesLots(OuvrierDesLots ouvrier) {
        this.fil = new FilDeTravail("lots", ouvrier::travailler);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void sur(LotDemande demande) {
        reveiller();
    }

    @Scheduled(
            initialDelayString = "${jalon.corbeille.lots.periode:PT10S}",
            fixedDelayString = "${jalon.corbeille.lots.periode:PT10S}")
    void reveiller() {
        fil.reveiller();
    }

    @Override
    public void destroy() throws InterruptedException {
        fil.arreter();
    }
}
