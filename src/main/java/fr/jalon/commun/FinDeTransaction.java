package fr.jalon.commun;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Work on what a transaction touched, done once before it commits, however often each thing was touched; at once outside of any
 * transaction. A transaction that is undone does none.
 */
public final class FinDeTransaction {

    private final Consumer<SortedSet<UUID>> travail;

    /** @param travail receives the ids in their order, so that two transactions never wait for each other */
    public FinDeTransaction(Consumer<SortedSet<UUID>> travail) {
        this.travail = travail;
    }

    /** This was touched. */
    public void noter(UUID id) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            travail.accept(new TreeSet<>(Collections.singleton(id)));
            return;
        }
        Touches touches = (Touches) TransactionSynchronizationManager.getResource(this);
        if (touches == null) {
            touches = new Touches();
            TransactionSynchronizationManager.bindResource(this, touches);
            TransactionSynchronizationManager.registerSynchronization(touches);
        }
        touches.ids.add(id);
    }

    private final class Touches implements TransactionSynchronization {

        private final SortedSet<UUID> ids = new TreeSet<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            travail.accept(ids);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(FinDeTransaction.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(FinDeTransaction.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(FinDeTransaction.this);
        }
    }
}
