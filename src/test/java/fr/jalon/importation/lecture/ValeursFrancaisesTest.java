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
    @ValueSource(
            strings = {
                "14/03/1986",
                "14/3/1986",
                "14-03-1986",
                "14.03.1986",
                "14 / 03 / 1986",
                "14/03/1986 00:00",
                "14/03/1986 10:30:00",
                "1986-03-14",
                "1986/03/14",
                "1986-03-14 00:00:00",
                "1986-03-14T00:00:00Z",
                "14 mars 1986",
                "14 MARS 1986",
                "vendredi 14 mars 1986",
                "le 14 mars 1986",
                "14-mars-1986",
                "14031986",
                "19860314"
            })
    void lit_les_dates_francaises_et_iso(String texte) {
        assertThat(ValeursFrancaises.date(texte)).isEqualTo(LocalDate.of(1986, 3, 14));
    }

    @ParameterizedTest
    @CsvSource({
        "14/3/86, quatre chiffres",
        "31/02/1986, n'existe pas",
        "03/14/1986, n'existe pas",
        "14 mars 86, quatre chiffres",
        "14 brumaire 1986, Ce mois n'existe pas",
        "31485, date du tableur",
        "31 février 1986, n'existe pas",
        "99999999, n'existe pas",
        "hier, jour/mois/année",
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
    @ValueSource(strings = {"1.234", "12,34,56", "douze", "1,234.56", "1e9", "NaN", "--1", ",", "1,234", "600 euros"})
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

    @ParameterizedTest
    @CsvSource({
        "1er août 2020, 2020-08-01",
        "1 aout 2020, 2020-08-01",
        "5 févr. 2020, 2020-02-05",
        "5 déc. 2020, 2020-12-05",
        "05-juil-2020, 2020-07-05",
        "20122012, 2012-12-20",
        "20011201, 2001-12-01",
        "01122001, 2001-12-01",
        "14 03 1986, 1986-03-14",
        "14/03/1986 00:00:00, 1986-03-14",
        "1986-03-13T23:00:00.000Z, 1986-03-14",
        "1986-07-13T22:00:00Z, 1986-07-14",
        "1986-03-14T00:00:00Z, 1986-03-14",
        "1986-03-14T00:00:00+01:00, 1986-03-14",
        "1986-03-13T18:00:00-0500, 1986-03-14",
        "2026-11-05T09:30:00Z, 2026-11-05"
    })
    void lit_les_mois_en_lettres_et_les_huit_chiffres(String texte, LocalDate attendue) {
        assertThat(ValeursFrancaises.date(texte)).isEqualTo(attendue);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#N/A",
                "#REF!",
                "#VALEUR!",
                "#NOM?",
                "#DIV/0!",
                "#####",
                "ERROR:#N/A",
                "Err:502",
                "#n/a",
                "#N/D",
                "#NV",
                "#BEZUG!",
                "#¡REF!",
                "#NOME?",
                "#CHAMP!",
                "#PROPAGATION!",
                "#OCCUPÉ!",
                "#Erreur",
                "(null)",
                "NULL",
                "undefined",
                "NaN"
            })
    void reconnait_une_erreur_de_tableur(String texte) {
        assertThat(ValeursFrancaises.estErreurDeTableur(texte)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ZoÃ©",
                "B\uFFFDcé",
                "FranÃ§ois",
                "cÅ“ur",
                "lâ€™Ã©tÃ©",
                "Â«",
                "voilÃ  tout",
                "Ã‰lodie",
                "Lev?que",
                "I??k",
                "3 all?e",
                "?milie",
                "C½ur",
                "Zo√©",
                "Fran√ßois",
                "Zo├®",
                "ZoĂ©",
                "ZoГ©",
                "£ukasz",
                "Pawe³",
                "Ma³gorzata",
                "Go³¹b",
                "Kovaèiæ",
                "ªtefan",
                "Èâàíîâ",
                "ãÍãÏ",
                "R‚n‚",
                "Fran‡ois",
                "RenŽ",
                "L&eacute;a",
                "N&#039;Diaye",
                "L%C3%A9a",
                "L=C3=A9a",
                "L\\u00e9a"
            })
    void reconnait_des_accents_abimes(String texte) {
        assertThat(ValeursFrancaises.estAbime(texte)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zoé",
                "JOÃO",
                "São",
                "Château",
                "DÉCÉDÉ…",
                "Âge",
                "Åse",
                "n° 3",
                "#3 bis",
                "Ÿ",
                "N`Diaye",
                "D´Artagnan",
                "Trường",
                "Người",
                "Paweł",
                "Yıldırım",
                "Иванов",
                "Null",
                "Lætitia",
                "curriculum vitæ",
                "R&D",
                "45 m³",
                "Bât. n°B",
                "CRÉÉE",
                "#3 bis",
                "https://exemple.invalid/%C3%A9t%C3%A9",
                "GUÉ’S",
                "Ägypten",
                "1½ heure",
                "¼",
                "Pourquoi ?",
                "Qui ? Quoi ?",
                "?",
                "https://exemple.invalid/page?mot=a",
                "www.exemple.invalid/p?a"
            })
    void ne_prend_pas_pour_abime_ce_qui_ne_l_est_pas(String texte) {
        assertThat(ValeursFrancaises.estAbime(texte)).isFalse();
        assertThat(ValeursFrancaises.estErreurDeTableur(texte)).isFalse();
    }
}
