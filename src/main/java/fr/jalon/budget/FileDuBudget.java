package fr.jalon.budget;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * How many writers of the ledger work at once on this node, each in its turn. They follow each other on the row of their envelope anyway:
 * those that would wait there wait here, before they hold a connection that everybody else needs.
 */
@Component
public class FileDuBudget {

    private final Semaphore places;

    FileDuBudget(@Value("${jalon.budget.ecritures-a-la-fois}") int places) {
        this.places = new Semaphore(places, true);
    }

    /** Runs a write when its turn has come; within an open transaction, which has its connection, at once. */
    public <T> T aSonTour(Supplier<T> ecriture) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return ecriture.get();
        }
        try {
            places.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        try {
            return ecriture.get();
        } finally {
            places.release();
        }
    }
}
