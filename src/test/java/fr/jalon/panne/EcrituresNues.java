package fr.jalon.panne;

import fr.jalon.demonstration.BaseEmbarquee;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits on the database that is about to be killed, without anything of Jalon, each noted once it is acknowledged: what is lost
 * of them is lost by the server, and tells a loss of the server from one of Jalon.
 */
final class EcrituresNues {

    private static final Logger LOG = LoggerFactory.getLogger(EcrituresNues.class);
    private static final int FILS = 4;

    private final AtomicLong numero = new AtomicLong();
    private final Set<Long> accusees = ConcurrentHashMap.newKeySet();
    private final List<Thread> fils = new ArrayList<>();
    private final String schema;

    EcrituresNues(BaseEmbarquee base) {
        this.schema = base.creerSchema("ecritures");
        try (Connection connexion = ouvrir(base);
                Statement ordre = connexion.createStatement()) {
            ordre.execute("create table ecriture (id bigint primary key) engine = InnoDB");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes until the database dies. */
    void lancer(BaseEmbarquee base) {
        for (int i = 0; i < FILS; i++) {
            Thread un = new Thread(() -> ecrire(base), "ecritures-nues");
            un.setDaemon(true);
            un.start();
            fils.add(un);
        }
    }

    private void ecrire(BaseEmbarquee base) {
        try (Connection connexion = ouvrir(base);
                PreparedStatement ordre = connexion.prepareStatement("insert into ecriture values (?)")) {
            while (true) {
                long id = numero.incrementAndGet();
                ordre.setLong(1, id);
                ordre.executeUpdate();
                accusees.add(id);
            }
        } catch (SQLException e) {
            LOG.debug("La base est morte", e);
        }
    }

    /** How many were acknowledged, once nobody writes any more. */
    int accusees() throws InterruptedException {
        for (Thread un : fils) {
            un.join();
        }
        fils.clear();
        return accusees.size();
    }

    /** Those that were acknowledged and that the database, started again, does not hold. */
    Set<Long> perdues(BaseEmbarquee base) throws SQLException {
        Set<Long> perdues = new HashSet<>(accusees);
        try (Connection connexion = ouvrir(base);
                Statement ordre = connexion.createStatement();
                ResultSet lignes = ordre.executeQuery("select id from ecriture")) {
            while (lignes.next()) {
                perdues.remove(lignes.getLong(1));
            }
        }
        return perdues;
    }

    private Connection ouvrir(BaseEmbarquee base) throws SQLException {
        return DriverManager.getConnection(base.url(schema), base.utilisateur(), base.motDePasse());
    }
}
