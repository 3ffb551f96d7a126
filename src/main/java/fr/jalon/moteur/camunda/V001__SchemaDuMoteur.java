package fr.jalon.moteur.camunda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.camunda.bpm.engine.ProcessEngine;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/**
 * Creates the engine's schema under Flyway from the scripts inside the engine's own jar, adapted for MariaDB: dates keep
 * their milliseconds, text is utf8mb4 with a binary collation, so an emoji in a variable does not roll back a step.
 */
@Component
class V001__SchemaDuMoteur extends BaseJavaMigration {

    private static final String DOSSIER = "/org/camunda/bpm/engine/db/create/activiti.mysql.create.";
    private static final List<String> SCRIPTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");
    private static final Pattern DATES = Pattern.compile("(?i)(_\\s+)(datetime|timestamp)\\b");
    private static final Pattern CLASSEMENT = Pattern.compile("(?i)CHARSET=utf8 COLLATE utf8_bin");
    private static final Pattern COMMENTAIRES = Pattern.compile("(?m)^--.*$");

    @Override
    public void migrate(Context context) throws Exception {
        try (Statement ordre = context.getConnection().createStatement()) {
            for (String sql : ordres()) {
                ordre.execute(sql);
            }
        }
    }

    /** A change of the engine's scripts (another engine version) shows as a changed checksum: an upgrade needs its own migration. */
    @Override
    public Integer getChecksum() {
        CRC32 somme = new CRC32();
        ordres().forEach(sql -> somme.update(sql.getBytes(StandardCharsets.UTF_8)));
        return (int) somme.getValue();
    }

    @Override
    public boolean canExecuteInTransaction() {
        return false;
    }

    static List<String> ordres() {
        return SCRIPTS.stream()
                .map(V001__SchemaDuMoteur::lire)
                .flatMap(script -> List.of(
                        COMMENTAIRES.matcher(adapter(script)).replaceAll("").split(";"))
                        .stream())
                .map(String::strip)
                .filter(sql -> !sql.isEmpty())
                .toList();
    }

    private static String adapter(String script) {
        String dates = DATES.matcher(script).replaceAll("$1datetime(3)");
        return CLASSEMENT.matcher(dates).replaceAll("CHARSET=utf8mb4 COLLATE utf8mb4_bin");
    }

    private static String lire(String nom) {
        try (InputStream flux = ProcessEngine.class.getResourceAsStream(DOSSIER + nom + ".sql")) {
            if (flux == null) {
                throw new IllegalStateException("script du moteur absent : " + nom);
            }
            return new String(flux.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
