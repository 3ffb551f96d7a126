package fr.jalon.journal;

import fr.jalon.commun.Horloge;
import fr.jalon.journal.Tetes.Fausses;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Puts the heads outside the database every five minutes, under a number that grows by one and the digest of the text before:
 * a chain cut with its head, a chain that is gone, an old backup put back show within one interval.
 */
@Component
class ScellementDesTetes {

    private static final Logger LOG = LoggerFactory.getLogger(ScellementDesTetes.class);
    /** Beyond that, the lock of the schedule is held by somebody: done without it. Two at once take two numbers or one fails. */
    private static final Duration SANS_VERROU = Duration.ofMinutes(8);

    private final JdbcTemplate jdbc;
    private final CleDuJournal cle;
    private final CoffreDesTetes coffre;
    private final DerniereTete derniere;
    private final Horloge horloge;

    ScellementDesTetes(
            JdbcTemplate jdbc, CleDuJournal cle, CoffreDesTetes coffre, DerniereTete derniere, Horloge horloge) {
        this.jdbc = jdbc;
        this.cle = cle;
        this.coffre = coffre;
        this.derniere = derniere;
        this.horloge = horloge;
    }

    @Scheduled(cron = "${jalon.journal.tetes:0 */5 * * * *}", zone = "Europe/Paris")
    @SchedulerLock(name = "tetes-du-journal", lockAtMostFor = "PT4M")
    void garder() {
        deposer();
    }

    @Scheduled(cron = "${jalon.journal.tetes-sans-verrou:30 */2 * * * *}", zone = "Europe/Paris")
    void garderSansVerrou() {
        if (attendues()) {
            deposer();
        }
    }

    /** Read on the heads themselves, which are sealed: a day written in the database keeps nothing waiting. */
    private boolean attendues() {
        Instant maintenant = horloge.maintenant();
        try {
            Instant quand = derniere.quand();
            return quand == null
                    || quand.isBefore(maintenant.minus(SANS_VERROU))
                    || quand.isAfter(maintenant.plus(SANS_VERROU));
        } catch (Fausses e) {
            LOG.error("Les dernières têtes gardées ne sont pas crédibles : {}", e.getMessage());
            return true;
        }
    }

    private void deposer() {
        List<Long> deja = coffre.numeros();
        long numero = deja.isEmpty() ? 1 : deja.get(deja.size() - 1) + 1;
        String avant = deja.isEmpty() ? null : coffre.lire(numero - 1);
        Map<String, Tetes.Tete> chaines = new TreeMap<>();
        jdbc.query("select chaine, seq, empreinte, sceau from journal_tete order by chaine", rs -> {
            chaines.put(rs.getString(1), new Tetes.Tete(rs.getLong(2), rs.getString(3), rs.getString(4)));
        });
        if (chaines.isEmpty() && deja.isEmpty()) {
            return;
        }
        if (avant != null) {
            // A stop between the two writes of the last time is mended here
            connaitre(numero - 1, avant);
        }
        long entrees = chaines.values().stream().mapToLong(Tetes.Tete::seq).sum();
        Instant quand = horloge.maintenant().truncatedTo(ChronoUnit.MILLIS);
        String texte = new Tetes(
                        numero,
                        avant == null ? Empreinte.DEPART : Empreinte.de(avant),
                        quand,
                        entrees,
                        chaines,
                        avant == null ? ancrages() : ancrages(avant))
                .ecrire(cle);
        if (coffre.deposer(numero, texte)) {
            connaitre(numero, texte);
        } else {
            LOG.debug("Les têtes n° {} sont déjà gardées", numero);
        }
    }

    private void connaitre(long numero, String texte) {
        jdbc.update(
                "insert ignore into journal_scelle (numero, quand, empreinte) values (?, ?, ?)",
                numero,
                Timestamp.from(horloge.maintenant()),
                Empreinte.de(texte));
    }

    /** Entries of a version without seals: they are exempt of them, up to there and for ever. */
    private Map<String, Long> ancrages() {
        Map<String, Long> ancrages = new TreeMap<>();
        jdbc.query(
                "select chaine, max(seq) from journal_entree where seq is not null and sceau is null group by chaine",
                rs -> {
                    ancrages.put(rs.getString(1), rs.getLong(2));
                });
        return ancrages;
    }

    private Map<String, Long> ancrages(String avant) {
        try {
            return Tetes.lire(avant, cle).ancrages();
        } catch (Fausses e) {
            LOG.error("Les dernières têtes gardées ne sont pas crédibles : {}", e.getMessage());
            return Map.of();
        }
    }
}
