package fr.jalon.decision;

import static fr.jalon.decision.TableVerifiee.faits;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametresFusionDecisionTest {

    private final TableVerifiee table = new TableVerifiee("parametres-fusion");

    @ParameterizedTest
    @CsvSource({"2025-12-31,Avant2026,30", "2026-01-01,Depuis2026,30", "2027-06-01,Depuis2026,30"})
    void une_fusion_se_defait_pendant_trente_jours(LocalDate jour, String ligne, int jours) {
        EvaluationDecision.RegleDeclenchee regle = table.ligne(faits("jour", jour));
        assertThat(regle.id()).isEqualTo("Rule_" + ligne);
        assertThat(((Number) regle.sorties().get("joursPourDefaire")).intValue())
                .isEqualTo(jours);
    }

    @Test
    void chaque_jour_a_une_ligne_et_une_seule_et_aucune_sans_jour() {
        List<String> vues = new ArrayList<>();
        for (LocalDate jour = LocalDate.of(2016, 1, 1); jour.getYear() < 2028; jour = jour.plusDays(7)) {
            vues.addAll(table.declenchees(faits("jour", jour)));
        }
        table.chaqueLigneEstVerifiee(vues, 2);
        assertThat(table.evaluer(faits("jour", null))).isEmpty();
    }
}
