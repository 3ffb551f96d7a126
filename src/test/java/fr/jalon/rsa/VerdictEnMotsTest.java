package fr.jalon.rsa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sentence of the history about what the rules found. */
class VerdictEnMotsTest {

    @ParameterizedTest
    @CsvSource({
        "true, 0, 0, toutes les conditions sont remplies",
        "false, 1, 0, une condition n'est pas remplie",
        "false, 2, 3, 2 conditions ne sont pas remplies",
        ", 0, 1, un fait reste à demander",
        ", 0, 5, 5 faits restent à demander",
        ", 1, 0, ce qui manque repose sur une règle à confirmer"
    })
    void l_historique_compte_ce_qui_manque_et_ce_qui_reste_a_demander(
            Boolean eligible, int manques, int aDemander, String phrase) {
        List<ConditionVerifiee> conditions = new java.util.ArrayList<>();
        conditions.add(condition(true));
        for (int i = 0; i < manques; i++) {
            conditions.add(condition(false));
        }
        for (int i = 0; i < aDemander; i++) {
            conditions.add(condition(null));
        }
        assertThat(VerdictEnMots.de(conditions, eligible)).isEqualTo("Règles : " + phrase + ".");
    }

    private static ConditionVerifiee condition(Boolean respectee) {
        return new ConditionVerifiee("AGE", respectee, "AGE", "Rule_Age", "CASF", "Texte.", null, false, false, false);
    }
}
