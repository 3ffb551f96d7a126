package fr.jalon.courrier;

import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Numbers from a table with one row a year. The write is conditional on the value read, without a lock, because locks do
 * not exclude another node of the cluster; it has its own short transaction, so that a long one never holds the row.
 */
@Component
class SequenceCourrierJdbc implements SequenceCourrier {

    private static final int ESSAIS = 50;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    SequenceCourrierJdbc(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public long prendre(int annee, int combien) {
        for (int essai = 0; essai < ESSAIS; essai++) {
            Long premier = essayer(annee, combien);
            if (premier != null) {
                return premier;
            }
        }
        throw new IllegalStateException("Aucun numéro de courrier n'a pu être réservé.");
    }

    private Long essayer(int annee, int combien) {
        try {
            return transaction.execute(etat -> avancer(annee, combien));
        } catch (DuplicateKeyException premierDeLAnneeAilleurs) {
            return null;
        }
    }

    private Long avancer(int annee, int combien) {
        Optional<Long> lu = jdbc.sql("select suivant from courrier_sequence where annee = ?")
                .param(annee)
                .query(Long.class)
                .optional();
        if (lu.isEmpty()) {
            jdbc.sql("insert into courrier_sequence (annee, suivant) values (?, ?)")
                    .params(annee, 1L + combien)
                    .update();
            return 1L;
        }
        int changees = jdbc.sql("update courrier_sequence set suivant = ? where annee = ? and suivant = ?")
                .params(lu.get() + combien, annee, lu.get())
                .update();
        return changees == 1 ? lu.get() : null;
    }
}
