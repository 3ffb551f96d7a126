package fr.jalon.dossier;

import java.util.HashMap;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Dossier numbers, such as RSA-2026-000123. Each node takes a block by a conditional write in its own transaction: no
 * lock, no shared row in the user's transaction. A number may be skipped when a node stops; none is ever given twice.
 */
@Component
class NumerosDossier {

    private static final int BLOC = 20;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Map<String, long[]> blocs = new HashMap<>();

    NumerosDossier(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    synchronized String suivant(String prefixe, int annee) {
        long[] bloc = blocs.computeIfAbsent(prefixe + annee, cle -> new long[] {0, 0});
        if (bloc[0] >= bloc[1]) {
            bloc[0] = prendreUnBloc(prefixe, annee);
            bloc[1] = bloc[0] + BLOC;
        }
        return "%s-%d-%06d".formatted(prefixe, annee, bloc[0]++);
    }

    private long prendreUnBloc(String prefixe, int annee) {
        while (true) {
            Long debut = transaction.execute(statut -> essayer(prefixe, annee));
            if (debut != null) {
                return debut;
            }
        }
    }

    private Long essayer(String prefixe, int annee) {
        Long lu = jdbc.query(
                "select prochain from numero_dossier where prefixe = ? and annee = ?",
                rs -> rs.next() ? rs.getLong(1) : null,
                prefixe,
                annee);
        if (lu == null) {
            try {
                jdbc.update(
                        "insert into numero_dossier (prefixe, annee, prochain) values (?, ?, ?)",
                        prefixe,
                        annee,
                        1 + BLOC);
                return 1L;
            } catch (DuplicateKeyException e) {
                return null;
            }
        }
        int ecrites = jdbc.update(
                "update numero_dossier set prochain = ? where prefixe = ? and annee = ? and prochain = ?",
                lu + BLOC,
                prefixe,
                annee,
                lu);
        return ecrites == 1 ? lu : null;
    }
}
