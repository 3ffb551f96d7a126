package fr.jalon.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TablesTest {

    /** An engine whose table answers its own version. */
    private static final class MoteurVersionne implements MoteurDecision {
        private int version = 1;
        private int evaluations;
        private boolean repond = true;

        @Override
        public EvaluationDecision evaluer(String cle, Map<String, Object> entrees) {
            evaluations++;
            RegleDeclenchee regle = new RegleDeclenchee("Rule_Une", null, Map.of("montant", version));
            return new EvaluationDecision(cle, version, repond ? List.of(regle) : List.of());
        }

        @Override
        public Optional<Integer> version(String cle) {
            return Optional.of(version);
        }
    }

    private final MoteurVersionne moteur = new MoteurVersionne();
    private final Tables tables = new Tables(moteur);

    private BigDecimal montant() {
        return tables.ligne("montant-base-rsa", "mois", "2026-05").decimal("montant");
    }

    @Test
    void chaque_question_va_au_moteur_qui_garde_celles_d_un_dossier() {
        assertThat(montant()).isEqualByComparingTo("1");
        assertThat(montant()).isEqualByComparingTo("1");
        assertThat(moteur.evaluations).isEqualTo(2);
    }

    @Test
    void une_nouvelle_version_est_vue_tout_de_suite() {
        montant();
        moteur.version = 2;

        assertThat(montant()).isEqualByComparingTo("2");
    }

    @Test
    void une_table_sans_reponse_est_une_erreur_de_la_table() {
        moteur.repond = false;

        assertThatThrownBy(this::montant)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("montant-base-rsa");
    }
}
