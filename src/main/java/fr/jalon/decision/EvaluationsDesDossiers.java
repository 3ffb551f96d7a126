package fr.jalon.decision;

import fr.jalon.commun.Chiffrement;
import fr.jalon.commun.Horloge;
import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every evaluation of a table for a dossier, whichever way it is asked: facts, table, version, rules, answer, instant. It cannot be made
 * again later, when facts and tables have changed, and the rule that was applied is what a person may ask for (CRPA, L311-3-1). It is
 * written with the act that asked, in its transaction: reading a page, simulating or previewing keeps nothing. Parameters, asked without
 * a fact, say nothing of anybody and are not kept.
 */
@Service
public class EvaluationsDesDossiers {

    private static final String CONTEXTE = "evaluation:";
    private static final String BORNES = "(? is null or quand >= ?) and (? is null or quand < ?)";

    @SuppressWarnings("ThreadLocalUsage") // one for the application: the bean lives as long as it does
    private final ThreadLocal<UUID> dossier = new ThreadLocal<>();

    private final JdbcTemplate jdbc;
    private final Chiffrement chiffrement;
    private final Horloge horloge;
    private final JsonMapper json;

    EvaluationsDesDossiers(JdbcTemplate jdbc, Chiffrement chiffrement, Horloge horloge, JsonMapper json) {
        this.jdbc = jdbc;
        this.chiffrement = chiffrement;
        this.horloge = horloge;
        this.json = json;
    }

    private record Contenu(
            Map<String, Object> faits,
            List<RegleDeclenchee> regles,
            Map<String, List<RegleDeclenchee>> requises,
            Map<String, Object> valeurs) {}

    private record Evaluation(UUID dossierId, EvaluationDecision reponse, Map<String, Object> faits) {}

    /** Does some work for a dossier: what is evaluated meanwhile, in this thread, is about it. */
    public <T> T pour(UUID dossierId, Supplier<T> travail) {
        UUID avant = dossier.get();
        dossier.set(dossierId);
        try {
            return travail.get();
        } finally {
            if (avant == null) {
                dossier.remove();
            } else {
                dossier.set(avant);
            }
        }
    }

    /** Same, for a work that gives nothing back. */
    public void pour(UUID dossierId, Runnable travail) {
        pour(dossierId, () -> {
            travail.run();
            return null;
        });
    }

    /** Only compares: what is evaluated meanwhile, on facts of another day perhaps, decides nothing and is not kept. */
    public <T> T sansGarder(Supplier<T> comparaison) {
        UUID avant = dossier.get();
        dossier.remove();
        try {
            return comparaison.get();
        } finally {
            if (avant != null) {
                dossier.set(avant);
            }
        }
    }

    /** Keeps an evaluation for the dossier that this thread works for; keeps nothing when there is none, or when nothing is being written. */
    public void noter(EvaluationDecision reponse, Map<String, Object> faits) {
        UUID sien = dossier.get();
        if (sien != null) {
            noter(sien, reponse, faits);
        }
    }

    /** Same, for a dossier that the caller knows. */
    public void noter(UUID dossierId, EvaluationDecision reponse, Map<String, Object> faits) {
        if (!faits.isEmpty()
                && TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            deLaTransaction().evaluations.add(new Evaluation(dossierId, reponse, faits));
        }
    }

    /** What was evaluated for a dossier, oldest first. */
    @Transactional(readOnly = true)
    public List<EvaluationGardee> duDossier(UUID dossierId) {
        return jdbc.query(
                "select cle, version, quand, contenu from evaluation_dossier where dossier_id = ? order by id",
                (rs, rang) -> lire(rs, dossierId),
                dossierId);
    }

    private EvaluationGardee lire(ResultSet rs, UUID dossierId) throws SQLException {
        Contenu contenu =
                json.readValue(chiffrement.dechiffrer(rs.getBytes("contenu"), CONTEXTE + dossierId), Contenu.class);
        return new EvaluationGardee(
                rs.getString("cle"),
                rs.getInt("version"),
                rs.getTimestamp("quand").toInstant(),
                contenu.faits(),
                contenu.regles(),
                contenu.requises(),
                contenu.valeurs());
    }

    /** One of the evaluations of a table, in the order in which they were written. */
    public record Passee(long id, UUID dossierId, EvaluationGardee evaluation) {}

    /** How many evaluations of a table were kept, and the last of them; its number is 0 when there is none. */
    public record Etendue(int nombre, long derniere) {}

    /**
     * Evaluations of a table kept from an instant on, before another.
     *
     * @param du null for the first
     * @param avant null for the last
     */
    @Transactional(readOnly = true)
    public Etendue etendue(String cle, Instant du, Instant avant) {
        return jdbc.queryForObject(
                "select count(*), coalesce(max(id), 0) from evaluation_dossier where cle = ? and " + BORNES,
                (rs, rang) -> new Etendue(rs.getInt(1), rs.getLong(2)),
                cle,
                instant(du),
                instant(du),
                instant(avant),
                instant(avant));
    }

    /** Some of them: those after a number, up to another, as many as asked. */
    @Transactional(readOnly = true)
    public List<Passee> passees(String cle, Instant du, Instant avant, long apres, long jusqua, int nombre) {
        return jdbc.query(
                "select id, dossier_id, cle, version, quand, contenu from evaluation_dossier"
                        + " where cle = ? and id > ? and id <= ? and " + BORNES + " order by id limit ?",
                (rs, rang) -> {
                    UUID dossierId = rs.getObject("dossier_id", UUID.class);
                    return new Passee(rs.getLong("id"), dossierId, lire(rs, dossierId));
                },
                cle,
                apres,
                jusqua,
                instant(du),
                instant(du),
                instant(avant),
                instant(avant),
                nombre);
    }

    private static Timestamp instant(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private Fin deLaTransaction() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Fin.class::isInstance)
                .map(Fin.class::cast)
                .findFirst()
                .orElseGet(() -> {
                    Fin fin = new Fin();
                    TransactionSynchronizationManager.registerSynchronization(fin);
                    return fin;
                });
    }

    private void ecrire(Set<Evaluation> evaluations) {
        Timestamp quand = Timestamp.from(horloge.maintenant());
        jdbc.batchUpdate(
                "insert into evaluation_dossier (dossier_id, cle, version, quand, contenu) values (?, ?, ?, ?, ?)",
                evaluations.stream()
                        .map(e -> new Object[] {
                            e.dossierId(), e.reponse().cle(), e.reponse().version(), quand, chiffrer(e)
                        })
                        .toList());
    }

    private byte[] chiffrer(Evaluation e) {
        Contenu contenu = new Contenu(
                e.faits(),
                e.reponse().regles(),
                e.reponse().requises(),
                e.reponse().valeurs());
        return chiffrement.chiffrer(
                json.writeValueAsString(contenu).getBytes(StandardCharsets.UTF_8), CONTEXTE + e.dossierId());
    }

    /** The evaluations of one transaction, each once: the same table asked again with the same facts is the same answer. */
    private final class Fin implements TransactionSynchronization {

        private final Set<Evaluation> evaluations = new LinkedHashSet<>();

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean enLecture) {
            if (!enLecture) {
                ecrire(evaluations);
                evaluations.clear();
            }
        }
    }
}
