package fr.jalon.decision;

import static fr.jalon.decision.TableVerifiee.faits;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuartierAntenneDecisionTest {

    private final TableVerifiee table = new TableVerifiee("quartier-antenne");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Q1|KLEBER|Centre",
                "Q2|KLEBER|Thabor - Saint-Hélier - Alphonse-Guérin",
                "Q3|CLEUNAY|Bourg-l'Évêque - La Touche - Moulin-du-Comte",
                "Q4|KENNEDY|Saint-Martin",
                "Q5|GROS_CHENE|Maurepas - La Bellangerais",
                "Q6|GROS_CHENE|Jeanne-d'Arc - Beaulieu - Longs-Champs",
                "Q7|BLOSNE|Francisco-Ferrer - Landry - Poterie",
                "Q8|AIME_CESAIRE|Sud-Gare",
                "Q9|CLEUNAY|Cleunay - Arsenal - Redon",
                "Q10|KENNEDY|Villejean-Beauregard",
                "Q11|BLOSNE|Le Blosne",
                "Q12|AIME_CESAIRE|Bréquigny"
            })
    void chaque_quartier_donne_son_antenne(String quartier, String antenne, String libelle) {
        assertThat(table.ligne(faits("quartier", quartier)).sorties())
                .isEqualTo(Map.of("antenne", antenne, "libelleQuartier", libelle));
    }

    @Test
    void un_quartier_absent_ou_inconnu_ne_donne_rien() {
        assertThat(table.evaluer(faits("quartier", null))).isEmpty();
        assertThat(table.evaluer(Map.of())).isEmpty();
        assertThat(table.evaluer(faits("quartier", "Q13"))).isEmpty();
        assertThat(table.evaluer(faits("quartier", "q1"))).isEmpty();
    }

    @Test
    void la_table_a_une_ligne_par_quartier() {
        table.chaqueLigneEstVerifiee(
                IntStream.rangeClosed(1, 12).mapToObj(i -> "Q" + i).toList(), 12);
    }
}
