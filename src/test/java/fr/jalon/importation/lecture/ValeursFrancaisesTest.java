package fr.jalon.importation.lecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValeursFrancaisesTest {

    @ParameterizedTest
    @ValueSource(strings = {"14/03/1986", "14/3/1986", "14-03-1986", "14.03.1986", "1986-03-14", "1986-03-14 00:00:00"})
    void lit_les_dates_francaises_et_iso(String texte) {
        assertThat(ValeursFrancaises.date(texte)).isEqualTo(LocalDate.of(1986, 3, 14));
    }

    @ParameterizedTest
    @CsvSource({
        "14/3/86, quatre chiffres",
        "31/02/1986, n'existe pas",
        "03/14/1986, n'existe pas",
        "14 mars 1986, jour/mois/année",
        "19860314, jour/mois/année",
        "29/02/2023, n'existe pas"
    })
    void refuse_une_date_ambigue_ou_impossible(String texte, String raison) {
        assertThatThrownBy(() -> ValeursFrancaises.date(texte)).hasMessageContaining(raison);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 234,56|1234.56",
                "1\u202f234,56\u00a0€|1234.56",
                "1.234,56|1234.56",
                "1234.5|1234.5",
                "1 234|1234",
                "0|0",
                "-12,30|-12.30",
                "1'234,00|1234.00",
                "0.1234567|0.1234567"
            })
    void lit_les_nombres_francais(String texte, BigDecimal attendu) {
        assertThat(ValeursFrancaises.nombre(texte)).isEqualByComparingTo(attendu);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.234", "12,34,56", "douze", "1,234.56", "1e9", "NaN", "--1", ","})
    void refuse_un_nombre_qui_se_lit_de_deux_facons_ou_d_aucune(String texte) {
        assertThatThrownBy(() -> ValeursFrancaises.nombre(texte)).isInstanceOf(ValeurIllisible.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "=cmd|' /C calc'!A0", "@SUM(A1)", "+cmd", "-cmd|x", "=HYPERLINK(\"x\")"})
    void reconnait_une_formule(String texte) {
        assertThat(ValeursFrancaises.estFormule(texte)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+33 2 99 00 00 00", "-12,50", "- chez un voisin", "-", "3 allée", "nom@exemple.invalid"})
    void ne_prend_pas_pour_une_formule_ce_qui_n_en_est_pas_une(String texte) {
        assertThat(ValeursFrancaises.estFormule(texte)).isFalse();
    }
}
