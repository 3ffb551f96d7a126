package fr.jalon.decision;

import static fr.jalon.decision.TableVerifiee.faits;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametresAnnuaireDecisionTest {

    private final TableVerifiee table = new TableVerifiee("parametres-annuaire");

    @ParameterizedTest
    @CsvSource({"2017-05-31,Avant2017,12", "2017-06-01,Depuis2017,12", "2026-06-01,Depuis2017,12"})
    void douze_mois_sans_relecture_avant_de_demander_une_confirmation(LocalDate jour, String ligne, int mois) {
        EvaluationDecision.RegleDeclenchee regle = table.ligne(faits("jour", jour));
        assertThat(regle.id()).isEqualTo("Rule_" + ligne);
        assertThat(((Number) regle.sorties().get("moisAvantConfirmation")).intValue())
                .isEqualTo(mois);
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
