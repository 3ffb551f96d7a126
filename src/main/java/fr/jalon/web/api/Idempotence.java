package fr.jalon.web.api;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Reprise;
import fr.jalon.commun.SaisieInvalide;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The same key and body answer the same result and create nothing twice. The key is written first, in the transaction of
 * the creation: of two calls at once, the second waits, then reads the answer of the first.
 */
@Component
class Idempotence {

    private static final Duration MEMOIRE = Duration.ofDays(7);

    private final JdbcTemplate jdbc;
    private final Reprise reprise;
    private final Horloge horloge;
    private final ObjectMapper json;

    Idempotence(JdbcTemplate jdbc, Reprise reprise, Horloge horloge, ObjectMapper json) {
        this.jdbc = jdbc;
        this.reprise = reprise;
        this.horloge = horloge;
        this.json = json;
    }

    private record Connue(String empreinte, Integer statut, String reponse) {}

    /** Runs a creation once for a key; without a key, simply runs it in a transaction. */
    ResponseEntity<?> executer(String cle, Agent agent, String chemin, Object corps, Supplier<ResponseEntity<?>> acte) {
        if (cle == null || cle.isBlank()) {
            return reprise.enTransaction(acte);
        }
        if (cle.length() > 200) {
            throw new SaisieInvalide("Idempotency-Key", "Cette clé est trop longue : 200 caractères au plus.");
        }
        String empreinte = empreinte(chemin, corps);
        return reprise.enTransaction(() -> {
            int ecrite = jdbc.update(
                    "insert ignore into idempotence (cle, compte, empreinte, cree_le) values (?, ?, ?, ?)",
                    cle,
                    agent.identifiant(),
                    empreinte,
                    Timestamp.from(horloge.maintenant()));
            if (ecrite == 0) {
                return rejouer(cle, agent, empreinte);
            }
            ResponseEntity<?> reponse = acte.get();
            jdbc.update(
                    "update idempotence set statut = ?, reponse = ? where cle = ? and compte = ?",
                    reponse.getStatusCode().value(),
                    ecrire(reponse.getBody()),
                    cle,
                    agent.identifiant());
            return reponse;
        });
    }

    private ResponseEntity<JsonNode> rejouer(String cle, Agent agent, String empreinte) {
        List<Connue> connues = jdbc.query(
                "select empreinte, statut, reponse from idempotence where cle = ? and compte = ?",
                (rs, rang) -> new Connue(rs.getString(1), rs.getObject(2, Integer.class), rs.getString(3)),
                cle,
                agent.identifiant());
        Connue connue = connues.get(0);
        if (!connue.empreinte().equals(empreinte)) {
            throw new SaisieInvalide(
                    "Idempotency-Key", "Cette clé a déjà servi pour une autre demande. Choisissez-en une nouvelle.");
        }
        try {
            return ResponseEntity.status(connue.statut()).body(json.readTree(connue.reponse()));
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }

    @Scheduled(cron = "0 45 4 * * *", zone = "Europe/Paris")
    @SchedulerLock(name = "purge-idempotence")
    void purger() {
        jdbc.update(
                "delete from idempotence where cree_le < ?",
                Timestamp.from(horloge.maintenant().minus(MEMOIRE)));
    }

    private String empreinte(String chemin, Object corps) {
        return sha256((chemin + "\n" + ecrire(corps)).getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] octets) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String ecrire(Object valeur) {
        try {
            return json.writeValueAsString(valeur);
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }
}
