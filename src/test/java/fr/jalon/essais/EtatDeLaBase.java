package fr.jalon.essais;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a database holds, to see that something changed nothing. */
public final class EtatDeLaBase {

    private static final Set<String> MEMOIRES = Set.of("journal_entree", "journal_tete", "shedlock", "tentative");

    private EtatDeLaBase() {}

    /** A digest of each table but those that remember readings, sessions, and tries of a secret. */
    public static Map<String, Long> sommes(JdbcTemplate jdbc) {
        Map<String, Long> sommes = new LinkedHashMap<>();
        for (String table : jdbc.queryForList(
                "select table_name from information_schema.tables where table_schema = database() and table_type = 'BASE TABLE'"
                        + " order by table_name",
                String.class)) {
            if (!table.toUpperCase(Locale.ROOT).startsWith("SPRING_SESSION") && !MEMOIRES.contains(table)) {
                sommes.put(table, jdbc.queryForObject("checksum table " + table, (rs, rang) -> rs.getLong(2)));
            }
        }
        return sommes;
    }
}
