package fr.jalon.dispositif.libre;

import static fr.jalon.decision.TableVerifiee.faits;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.decision.TableVerifiee;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The family decides; who is in danger is protected first. */
class ConferencePossibleDecisionTest {

    private static final TableVerifiee TABLE = new TableVerifiee("conference-possible");

    @ParameterizedTest(name = "accord {0}, danger {1} : {2}")
    @CsvSource({"NON,NON,REFUSEE", "NON,OUI,REFUSEE", "OUI,OUI,A_PROTEGER", "OUI,NON,POSSIBLE"})
    void chaque_reponse_a_sa_suite(String accord, String danger, String suite) {
        assertThat(TABLE.ligne(faits("accord", accord, "danger", danger)).texte("suite"))
                .isEqualTo(suite);
    }

    @Test
    void sans_reponse_rien_n_est_conclu() {
        assertThat(TABLE.evaluer(faits("accord", null, "danger", null))).isEmpty();
        assertThat(TABLE.evaluer(faits("accord", "OUI", "danger", null))).isEmpty();
        TABLE.chaqueLigneEstVerifiee(List.of("Refusee", "AProteger", "Possible"), 3);
    }
}
