package fr.jalon.commun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.orm.jpa.JpaSystemException;

/** The cause behind the cause says what is broken; everything else is a failure of ours. */
class PanneTest {

    @Test
    void la_base_qui_ne_repond_pas_se_reconnait_sous_les_exceptions_des_bibliotheques() {
        assertThat(Panne.dans(new IllegalStateException(
                        new DataAccessResourceFailureException("x", new SQLTransientConnectionException("délai")))))
                .contains(Panne.BASE_INJOIGNABLE);
        for (String etat : new String[] {"08000", "08S01", "08003"}) {
            assertThat(Panne.dans(new SQLException("x", etat))).contains(Panne.BASE_INJOIGNABLE);
        }
        assertThat(Panne.dans(new SQLException("Server shutdown in progress", "08S01", 1053)))
                .contains(Panne.BASE_INJOIGNABLE);
    }

    @Test
    void une_connexion_jetee_par_la_reserve_se_reconnait_sans_aucun_code() {
        // Seen when the database was killed: the roll-back of a lost connection hides why it was lost
        assertThat(Panne.dans(new JpaSystemException(new RuntimeException(
                        "Unable to rollback against JDBC Connection", new SQLException("Connection is closed")))))
                .contains(Panne.BASE_INJOIGNABLE);
    }

    @Test
    void un_disque_plein_se_reconnait_dans_les_fichiers_et_dans_la_base() {
        assertThat(Panne.dans(new UncheckedIOException(new IOException("/x: No space left on device"))))
                .contains(Panne.DISQUE_PLEIN);
        assertThat(Panne.dans(new SQLException("The table 'x' is full", "HY000", 1114)))
                .contains(Panne.DISQUE_PLEIN);
        assertThat(Panne.dans(new SQLException("Got error 28 from storage engine", "HY000", 1030)))
                .contains(Panne.DISQUE_PLEIN);
        assertThat(Panne.dans(new SQLException("Got error 122", "HY000", 1030))).isEmpty();
    }

    @Test
    void une_faute_de_jalon_n_est_pas_une_panne() {
        assertThat(Panne.dans(new IllegalStateException("x"))).isEmpty();
        assertThat(Panne.dans(new IOException((String) null))).isEmpty();
        assertThat(Panne.dans(new DataIntegrityViolationException(
                        "x", new SQLIntegrityConstraintViolationException("double", "23000", 1062))))
                .isEmpty();
        assertThat(Panne.dans(null)).isEmpty();
    }

    @Test
    void une_chaine_de_causes_qui_tourne_en_rond_finit() {
        Exception a = new IllegalStateException("a");
        Exception b = new IllegalStateException("b", a);
        a.initCause(b);
        assertThat(Panne.dans(a)).isEmpty();
    }
}
