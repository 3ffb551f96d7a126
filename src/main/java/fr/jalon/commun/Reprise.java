package fr.jalon.commun;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One whole transaction, tried again when the database undid it for a reason that another try may mend: a deadlock, a
 * lock time-out, a certification failure between nodes. Up to five tries, 50 ms doubling.
 */
@Component
public class Reprise {

    private static final int ESSAIS = 5;
    private static final long PREMIERE_ATTENTE_MS = 50;

    private final TransactionTemplate transaction;

    public Reprise(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Runs the work in a transaction of its own, or in the one already open, then without any retry. */
    public <T> T enTransaction(Supplier<T> travail) {
        if (org.springframework.transaction.support.TransactionSynchronizationManager.isActualTransactionActive()) {
            return travail.get();
        }
        long attente = PREMIERE_ATTENTE_MS;
        for (int essai = 1; ; essai++) {
            try {
                return transaction.execute(statut -> travail.get());
            } catch (ConcurrencyFailureException e) {
                if (essai == ESSAIS || !passagere(e)) {
                    throw e;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(attente));
                attente *= 2;
            }
        }
    }

    public void enTransaction(Runnable travail) {
        enTransaction(() -> {
            travail.run();
            return null;
        });
    }

    /** A lock refused by the database; a version that changed is a fact that the caller must tell instead. */
    private static boolean passagere(ConcurrencyFailureException e) {
        return e instanceof CannotAcquireLockException;
    }
}
