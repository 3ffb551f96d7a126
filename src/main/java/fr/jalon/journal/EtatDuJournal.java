package fr.jalon.journal;

import fr.jalon.commun.Horloge;
import fr.jalon.journal.Tetes.Fausses;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
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

    private static final Logger LOG = LoggerFactory.getLogger(EtatDuJournal.class);

    private final JdbcTemplate jdbc;
    private final DerniereTete derniere;
    private final Horloge horloge;

    EtatDuJournal(JdbcTemplate jdbc, DerniereTete derniere, Horloge horloge) {
        this.jdbc = jdbc;
        this.derniere = derniere;
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
        fautesDesTetes(maintenant, fautes);
        return fautes;
    }

    /** The age is that of the last heads under their seal: the day that the database keeps of them can be written by anybody. */
    private void fautesDesTetes(Instant maintenant, List<String> fautes) {
        Instant tetes;
        try {
            tetes = derniere.quand();
        } catch (Fausses e) {
            fautes.add("Le dernier fichier des têtes du journal " + e.getMessage() + ".");
            return;
        } catch (UncheckedIOException e) {
            LOG.warn("Les têtes du journal ne se lisent pas", e);
            fautes.add("Les têtes du journal ne se lisent pas là où elles sont gardées.");
            return;
        }
        Instant reference = tetes == null ? instant("select min(quand) from journal_entree") : tetes;
        if (reference != null && reference.isBefore(maintenant.minus(RETARD_DES_TETES))) {
            fautes.add("Les têtes du journal ne sont plus gardées hors de la base depuis plus d'un quart d'heure.");
        } else if (tetes != null && tetes.isAfter(maintenant.plus(RETARD_DES_TETES))) {
            fautes.add("Les dernières têtes du journal se disent de plus tard que maintenant : une horloge a reculé.");
        }
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
