package fr.jalon.commun;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread for work that lies in the database: it is woken, fails without dying, and lets the present row end when the application stops. */
public final class FilDeTravail {

    private static final Logger LOG = LoggerFactory.getLogger(FilDeTravail.class);
    private static final long ATTENTE_ARRET_S = 20;

    private final String nom;
    private final Consumer<BooleanSupplier> travail;
    private final ExecutorService fil;
    private volatile boolean arret;

    /**
     * A thread that waits to be woken.
     *
     * @param nom of the thread, said in the log
     * @param travail works until nothing waits; what it is given says that the application stops
     */
    public FilDeTravail(String nom, Consumer<BooleanSupplier> travail) {
        this.nom = nom;
        this.travail = travail;
        this.fil = Executors.newSingleThreadExecutor(tache -> {
            Thread thread = new Thread(tache, nom);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Works as soon as the present turn has ended; does nothing once stopped. */
    public void reveiller() {
        if (!arret) {
            fil.execute(this::travailler);
        }
    }

    private void travailler() {
        try {
            travail.accept(() -> arret);
        } catch (RuntimeException e) {
            LOG.error("Le travail « {} » s'est arrêté ; il sera repris", nom, e);
        }
    }

    /** Lets the present row end: it is committed or undone before the pool of connections closes. */
    public void arreter() throws InterruptedException {
        arret = true;
        fil.shutdown();
        if (!fil.awaitTermination(ATTENTE_ARRET_S, TimeUnit.SECONDS)) {
            LOG.warn("Le travail « {} » n'a pas rendu la main à temps ; il sera repris", nom);
        }
    }
}
