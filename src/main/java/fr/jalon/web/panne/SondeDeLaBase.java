package fr.jalon.web.panne;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Asks the database every second, on a connection of its own, whether it answers: who asks for the health of this node is told the
 * last answer at once, and is not kept waiting by a server that is frozen. Beside the pool, so that a busy node is not taken for a
 * broken one; but after an absence the pool must lend again first, which comes up to ten seconds after the database itself: until
 * then every request would still be refused.
 */
@Component("base")
class SondeDeLaBase implements HealthIndicator, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SondeDeLaBase.class);
    private static final long PERIODE_MS = 1_000;
    private static final int DELAI_S = 2;

    /** Older than this, the last good answer says nothing of the present. */
    private static final long PERIMEE_NS = TimeUnit.MILLISECONDS.toNanos(4_500);

    private final DataSource base;
    private volatile long derniereReponse;
    private volatile boolean repond;
    private volatile boolean enMarche;
    private ScheduledExecutorService fil;
    private ScheduledFuture<?> questions;
    private Connection connexion;

    SondeDeLaBase(DataSource base) {
        this.base = base;
    }

    @Override
    public Health health() {
        boolean bonne = repond && System.nanoTime() - derniereReponse < PERIMEE_NS;
        return bonne ? Health.up().build() : Health.down().build();
    }

    private void demander() {
        try {
            if (connexion == null) {
                connexion = ouvrir();
            }
            if (!connexion.isValid(DELAI_S)) {
                throw new SQLException("la base ne répond pas");
            }
            if (!repond) {
                emprunter();
            }
            derniereReponse = System.nanoTime();
            noter(true);
        } catch (SQLException e) {
            LOG.debug("Sonde de la base", e);
            noter(false);
            fermer();
        } catch (RuntimeException e) {
            LOG.warn("Sonde de la base", e);
            noter(false);
        }
    }

    private void emprunter() throws SQLException {
        try (Connection pretee = base.getConnection()) {
            if (!pretee.isValid(DELAI_S)) {
                throw new SQLException("la base ne répond pas encore aux requêtes");
            }
        }
    }

    private void noter(boolean bonne) {
        if (repond != bonne) {
            LOG.info(bonne ? "La base de données répond" : "La base de données ne répond pas");
        }
        repond = bonne;
    }

    private Connection ouvrir() throws SQLException {
        HikariDataSource reglages = base.unwrap(HikariDataSource.class);
        Properties proprietes = new Properties();
        proprietes.setProperty("user", reglages.getUsername() == null ? "" : reglages.getUsername());
        proprietes.setProperty("password", reglages.getPassword() == null ? "" : reglages.getPassword());
        String delai = Integer.toString(DELAI_S * 1_000);
        proprietes.setProperty("connectTimeout", delai);
        proprietes.setProperty("socketTimeout", delai);
        return DriverManager.getConnection(reglages.getJdbcUrl(), proprietes);
    }

    private void fermer() {
        try {
            if (connexion != null) {
                connexion.close();
            }
        } catch (SQLException e) {
            LOG.debug("Connexion de la sonde déjà fermée", e);
        } finally {
            connexion = null;
        }
    }

    @Override
    public void start() {
        enMarche = true;
        // The start itself needs the database: it has just answered.
        derniereReponse = System.nanoTime();
        repond = true;
        // One for each start: a stopped context may start again
        fil = Executors.newSingleThreadScheduledExecutor(tache -> {
            Thread thread = new Thread(tache, "sonde-base");
            thread.setDaemon(true);
            return thread;
        });
        questions = fil.scheduleWithFixedDelay(this::demander, 0, PERIODE_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        enMarche = false;
        if (fil != null) {
            questions.cancel(true);
            fil.shutdownNow();
        }
        fermer();
    }

    @Override
    public boolean isRunning() {
        return enMarche;
    }
}
