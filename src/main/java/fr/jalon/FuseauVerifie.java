package fr.jalon;

import fr.jalon.commun.Horloge;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.TimeZone;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Refuses to start when hours would be written wrong: the program lives in Paris, the database holds UTC. One start with other
 * settings would leave instants that nobody can tell apart any more. See docs/decisions/0010.
 */
@Component
class FuseauVerifie implements SmartLifecycle {

    /** A summer day, a winter day, and the two half past two of an autumn night. */
    private static final List<Instant> TEMOINS = List.of(
            Instant.parse("2026-07-01T12:00:00Z"),
            Instant.parse("2026-01-01T12:00:00Z"),
            Instant.parse("2026-10-25T00:30:00Z"),
            Instant.parse("2026-10-25T01:30:00Z"));

    private static final DateTimeFormatter SQL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final JdbcTemplate jdbc;
    private volatile boolean verifie;

    FuseauVerifie(DataSource base) {
        this.jdbc = new JdbcTemplate(base);
    }

    @Override
    public void start() {
        if (!TimeZone.getDefault().toZoneId().equals(Horloge.PARIS)) {
            throw new IllegalStateException("Jalon doit tourner à l'heure de Paris, et non à celle de « "
                    + TimeZone.getDefault().getID()
                    + " » : retirez l'option -Duser.timezone ou donnez-lui Europe/Paris.");
        }
        for (Instant temoin : TEMOINS) {
            String ecrit = jdbc.queryForObject("select cast(? as char)", String.class, Timestamp.from(temoin));
            if (ecrit == null || !ecrit.startsWith(SQL.format(LocalDateTime.ofInstant(temoin, ZoneOffset.UTC)))) {
                throw new IllegalStateException("La base recevrait des heures ambiguës (" + temoin + " y devient "
                        + ecrit + ") : ajoutez à JALON_BD_URL les options que docs/exploitation.md demande.");
            }
        }
        verifie = true;
    }

    @Override
    public void stop() {
        verifie = false;
    }

    @Override
    public boolean isRunning() {
        return verifie;
    }

    /** Before anything that works. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
