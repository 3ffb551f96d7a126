package fr.jalon.essais;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.WeakHashMap;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * Each class begins on the database and at the instant that its application context began on, whatever the classes before it left: the
 * context is shared, because to start one costs more than to run most classes. Only the journal goes on, as its heads outside do.
 */
final class CommeAuDepart implements BeforeAllCallback, BeforeEachCallback {

    /**
     * The journal is append-only, and its last head is also known outside of the database; numbers are taken by blocks, kept in memory;
     * locks are released by who holds them.
     */
    private static final Set<String> CONTINUENT = Set.of(
            "journal_entree", "journal_tete", "journal_scelle", "numero_dossier", "courrier_sequence", "shedlock");

    /** Their triggers refuse a deletion. */
    private static final Set<String> IMMUABLES = Set.of("jury_acte", "budget_operation", "budget_ligne");

    private static final Map<ApplicationContext, Image> IMAGES = new WeakHashMap<>();

    /** @param sommes a digest of each table as it was, by the table's name; {@code colonnes} those that can be written */
    private record Image(String schema, Map<String, Long> sommes, Map<String, String> colonnes) {}

    @Override
    public void beforeEach(ExtensionContext contexte) {
        if (contexte.getRequiredTestClass().isAnnotationPresent(AChaqueEssai.class)) {
            beforeAll(contexte);
        }
    }

    @Override
    public void beforeAll(ExtensionContext contexte) {
        if (contexte.getRequiredTestClass().getEnclosingClass() != null) {
            return;
        }
        ApplicationContext application = SpringExtension.getApplicationContext(contexte);
        application.getBean(HorlogeReglable.class).regler(EssaiConfiguration.DEPART);
        application.getBean(JdbcTemplate.class).execute((ConnectionCallback<Void>) connexion -> {
            Image image = IMAGES.get(application);
            if (image == null) {
                IMAGES.put(application, garder(connexion));
            } else {
                remettre(connexion, image);
            }
            return null;
        });
        application.getBean(Monde.class).oublier();
        // What the application keeps in memory for a while, of a table or of the directory
        ReflectionTestUtils.setField(application.getBean("destinationProposee"), "lue", null);
        ReflectionTestUtils.invokeMethod(application.getBean("moteurDecisionCamunda"), "rafraichir");
    }

    private static Image garder(Connection connexion) throws SQLException {
        String schema = BaseDEssai.nouveauSchema();
        Map<String, String> colonnes = new TreeMap<>();
        try (Statement ordre = connexion.createStatement()) {
            try (ResultSet r = ordre.executeQuery("""
                    select c.table_name, group_concat('`', c.column_name, '`' order by c.ordinal_position)
                    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
                    where table_schema = database() and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
                    group by c.table_name""")) {
                while (r.next()) {
                    if (!CONTINUENT.contains(r.getString(1))) {
                        colonnes.put(r.getString(1), r.getString(2));
                    }
                }
            }
            for (String table : colonnes.keySet()) {
                ordre.execute("create table %1$s.%2$s as select %3$s from %2$s"
                        .formatted(schema, table, colonnes.get(table)));
            }
        }
        return new Image(schema, sommes(connexion, colonnes.keySet()), colonnes);
    }

    private static void remettre(Connection connexion, Image image) throws SQLException {
        List<String> changees = new ArrayList<>();
        sommes(connexion, image.sommes().keySet()).forEach((table, somme) -> {
            if (!somme.equals(image.sommes().get(table))) {
                changees.add(table);
            }
        });
        try (Statement ordre = connexion.createStatement()) {
            ordre.execute("set foreign_key_checks = 0, check_constraint_checks = 0");
            try {
                for (String table : changees) {
                    ordre.execute((IMMUABLES.contains(table) ? "truncate table " : "delete from ") + table);
                    ordre.execute("insert into %2$s (%3$s) select %3$s from %1$s.%2$s"
                            .formatted(image.schema(), table, image.colonnes().get(table)));
                }
            } finally {
                ordre.execute("set foreign_key_checks = 1, check_constraint_checks = 1");
            }
        }
    }

    private static Map<String, Long> sommes(Connection connexion, Set<String> tables) throws SQLException {
        Map<String, Long> sommes = new TreeMap<>();
        try (Statement ordre = connexion.createStatement();
                ResultSet r = ordre.executeQuery("checksum table " + String.join(", ", tables))) {
            while (r.next()) {
                String nom = r.getString(1);
                sommes.put(nom.substring(nom.indexOf('.') + 1), r.getLong(2));
            }
        }
        return sommes;
    }
}
