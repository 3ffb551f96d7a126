package fr.jalon.courrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

class SequenceCourrierJdbcTest {

    private final JdbcConnectionPool source =
            JdbcConnectionPool.create("jdbc:h2:mem:sequence;MODE=MariaDB;DB_CLOSE_DELAY=-1", "sa", "");

    @Test
    void deux_noeuds_ne_donnent_jamais_le_meme_numero() throws InterruptedException, ExecutionException {
        JdbcClient jdbc = JdbcClient.create(source);
        jdbc.sql("drop table if exists courrier_sequence").update();
        jdbc.sql("create table courrier_sequence (annee int not null primary key, suivant bigint not null)")
                .update();
        NumerosCourrier noeud1 = new NumerosCourrier(sequence(jdbc));
        NumerosCourrier noeud2 = new NumerosCourrier(sequence(jdbc));
        Set<String> numeros = new HashSet<>();
        ExecutorService executeur = Executors.newFixedThreadPool(4);
        try {
            List<Future<String>> donnes = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                donnes.add(executeur.submit(() -> noeud1.prochain(2026)));
                donnes.add(executeur.submit(() -> noeud2.prochain(2026)));
            }
            for (Future<String> donne : donnes) {
                numeros.add(donne.get());
            }
        } finally {
            executeur.shutdownNow();
        }
        assertThat(numeros).hasSize(600).contains("C-2026-000001").allMatch(n -> n.matches("C-2026-\\d{6}"));
        assertThat(noeud1.prochain(2027)).isEqualTo("C-2027-000001");
    }

    private SequenceCourrier sequence(JdbcClient jdbc) {
        return new SequenceCourrierJdbc(jdbc, new DataSourceTransactionManager(source));
    }
}
