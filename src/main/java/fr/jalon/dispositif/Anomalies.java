package fr.jalon.dispositif;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Textes;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a check found wrong and an administrator must look at: differences of the queue, a path that could not hear a fact. */
@Service
@Transactional
public class Anomalies {

    private final JdbcTemplate jdbc;
    private final Horloge horloge;

    Anomalies(JdbcTemplate jdbc, Horloge horloge) {
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    public record Anomalie(UUID id, Instant quand, String source, String texte) {}

    public void signaler(String source, String texte) {
        jdbc.update(
                "insert into anomalie (id, quand, source, texte) values (?, ?, ?, ?)",
                UUID.randomUUID(),
                Timestamp.from(horloge.maintenant()),
                source,
                Textes.couper(texte, 1000));
    }

    @Transactional(readOnly = true)
    public List<Anomalie> ouvertes() {
        return jdbc.query(
                "select id, quand, source, texte from anomalie where close_le is null order by quand desc limit 200",
                (rs, rang) -> new Anomalie(
                        rs.getObject(1, UUID.class), rs.getTimestamp(2).toInstant(), rs.getString(3), rs.getString(4)));
    }

    public void clore(UUID id, Agent auteur) {
        auteur.exiger(Role.ADMIN);
        jdbc.update(
                "update anomalie set close_le = ?, close_par = ? where id = ? and close_le is null",
                Timestamp.from(horloge.maintenant()),
                auteur.identifiant(),
                id);
    }
}
