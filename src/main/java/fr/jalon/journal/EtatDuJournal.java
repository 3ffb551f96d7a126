package fr.jalon.journal;

import fr.jalon.commun.Horloge;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Whether the audit is sealed as it should be: an entry that waits for more than a minute, or heads that no longer go outside,
 * are a fault told to the health of the application and to the administrator. Somebody may hold a lock; or the disk is full.
 */
@Component
public class EtatDuJournal implements HealthIndicator {

    /** An entry is chained within seconds. */
    static final Duration RETARD = Duration.ofMinutes(1);
    /** Three turns of the heads. */
    private static final Duration RETARD_DES_TETES = Duration.ofMinutes(15);

    private final JdbcTemplate jdbc;
    private final Horloge horloge;

    EtatDuJournal(JdbcTemplate jdbc, Horloge horloge) {
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    /** French sentences; none when all is well. */
    public List<String> fautes() {
        List<String> fautes = new ArrayList<>();
        Instant maintenant = horloge.maintenant();
        Long enRetard = jdbc.queryForObject(
                "select count(*) from journal_entree where seq is null and quand < ?",
                Long.class,
                Timestamp.from(maintenant.minus(RETARD)));
        if (enRetard != null && enRetard > 0) {
            fautes.add("Le journal n'est plus scellé : " + enRetard
                    + (enRetard == 1 ? " entrée attend" : " entrées attendent") + " depuis plus d'une minute.");
        }
        Instant tetes = instant("select max(quand) from journal_scelle");
        Instant premiere = instant("select min(quand) from journal_entree");
        Instant reference = tetes == null ? premiere : tetes;
        if (reference != null && reference.isBefore(maintenant.minus(RETARD_DES_TETES))) {
            fautes.add("Les têtes du journal ne sont plus gardées hors de la base depuis plus d'un quart d'heure.");
        }
        return fautes;
    }

    private Instant instant(String requete) {
        return jdbc.query(
                requete,
                rs -> rs.next() && rs.getTimestamp(1) != null
                        ? rs.getTimestamp(1).toInstant()
                        : null);
    }

    @Override
    public Health health() {
        List<String> fautes = fautes();
        Health.Builder sante = fautes.isEmpty() ? Health.up() : Health.down();
        return sante.withDetail("fautes", fautes).build();
    }
}
