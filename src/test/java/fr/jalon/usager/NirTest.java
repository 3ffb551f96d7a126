package fr.jalon.usager;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NirTest {

    /** Numbers of nobody: month 99 does not exist. */
    @ParameterizedTest
    @ValueSource(strings = {"290993599999916", "199992A99999991", "199992B99999921"})
    void accepte_un_numero_dont_la_cle_est_juste(String nir) {
        assertThat(Nir.estValide(avecCle(nir.substring(0, 13)))).isTrue();
    }

    @Test
    void refuse_une_cle_fausse_une_longueur_fausse_et_d_autres_chiffres() {
        String bon = avecCle("2909935999999");
        assertThat(Nir.estValide(bon)).isTrue();
        for (int i = 0; i < bon.length(); i++) {
            char autre = bon.charAt(i) == '7' ? '4' : '7';
            assertThat(Nir.estValide(bon.substring(0, i) + autre + bon.substring(i + 1)))
                    .as("position " + i)
                    .isFalse();
        }
        assertThat(Nir.estValide(bon.substring(1))).isFalse();
        assertThat(Nir.estValide(bon + "0")).isFalse();
        assertThat(Nir.estValide(bon.replace('9', '٩'))).isFalse();
        assertThat(Nir.estValide("")).isFalse();
    }

    @Test
    void se_compare_sans_blancs_et_la_corse_en_majuscules() {
        assertThat(Nir.compact("1 99 99 2a 999 999 91")).isEqualTo("199992A99999991");
        assertThat(Nir.compact("2 90 99 35 999 999 / 16")).isEqualTo("290993599999916");
        assertThat(Nir.compact("2 90 99 35 999 999 clé 16")).isEqualTo("290993599999916");
        assertThat(Nir.compact("2 90 99 35 999 999 | 16")).isEqualTo("290993599999916");
        assertThat(Nir.compact("2.90.99.35.999.999.16")).isEqualTo("290993599999916");
    }

    static String avecCle(String corps) {
        long nombre = Long.parseLong(corps.replace("2A", "19").replace("2B", "18"));
        return corps + "%02d".formatted(97 - nombre % 97);
    }
}
