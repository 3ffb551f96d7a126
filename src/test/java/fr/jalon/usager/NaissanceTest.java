package fr.jalon.usager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.ObjectMapper;

/** A birth known in part is never a first of January. */
class NaissanceTest {

    private static final LocalDate JOUR = LocalDate.of(2026, 5, 20);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1980 | 1980 | 1980 (jour et mois inconnus) | environ 46 ans (45 ou 46)",
                "1980-05 | 1980-05 | mai 1980 (jour inconnu) | environ 46 ans (45 ou 46)",
                "1980-04 | 1980-04 | avril 1980 (jour inconnu) | 46 ans",
                "1980-05-12 | 1980-05-12 | 12 mai 1980 | 46 ans",
                "12/05/1980 | 1980-05-12 | 12 mai 1980 | 46 ans",
                "5/1980 | 1980-05 | mai 1980 (jour inconnu) | environ 46 ans (45 ou 46)",
                "00/05/1980 | 1980-05 | mai 1980 (jour inconnu) | environ 46 ans (45 ou 46)",
                "00/00/1980 | 1980 | 1980 (jour et mois inconnus) | environ 46 ans (45 ou 46)",
                "01/01/1980 | 1980-01-01 | 1er janvier 1980 | 46 ans",
                "12 mai 1980 | 1980-05-12 | 12 mai 1980 | 46 ans",
                "le 1er Janv. 1980 | 1980-01-01 | 1er janvier 1980 | 46 ans",
                "12-MAI-1980 | 1980-05-12 | 12 mai 1980 | 46 ans",
                "12051980 | 1980-05-12 | 12 mai 1980 | 46 ans",
                "avril 1980 | 1980-04 | avril 1980 (jour inconnu) | 46 ans",
                "Févr. 1980 | 1980-02 | février 1980 (jour inconnu) | 46 ans"
            })
    void se_lit_et_se_dit_comme_elle_est_connue(String texte, String iso, String mots, String age) {
        Naissance lue = Naissance.lire(texte).orElseThrow();
        assertThat(lue).hasToString(iso);
        assertThat(lue.mots()).isEqualTo(mots);
        assertThat(lue.ageLe(JOUR).mots()).isEqualTo(age);
        assertThat(Naissance.lire(lue.saisie())).contains(lue);
        assertThat(Naissance.lireIso(iso)).contains(lue);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "80",
                "31/02/1980",
                "1980-13",
                "15/00/1980",
                "1980-02-30",
                "mar 19",
                "zut 1980",
                "Maillard 1980",
                "jui 1980",
                "31 juin 1980",
                "33051980",
                "19800512",
                "١٩٨٠"
            })
    void ce_qui_n_est_pas_une_naissance_est_refuse(String texte) {
        assertThat(Naissance.lire(texte)).isEmpty();
    }

    @Test
    void deux_naissances_compatibles_peuvent_etre_la_meme() {
        Naissance annee = Naissance.lire("1980").orElseThrow();
        assertThat(annee.compatible(Naissance.lire("12/05/1980").orElseThrow())).isTrue();
        assertThat(annee.compatible(Naissance.lire("1980-05").orElseThrow())).isTrue();
        assertThat(annee.compatible(Naissance.lire("12/05/1981").orElseThrow())).isFalse();
        assertThat(annee.date()).isEmpty();
    }

    @Test
    void se_lit_et_s_ecrit_en_json_sans_jour_invente() throws Exception {
        ObjectMapper json = new ObjectMapper();
        for (String texte : new String[] {"1980", "1980-05", "1980-05-12"}) {
            String ecrit = "\"" + texte + "\"";
            assertThat(json.writeValueAsString(json.readValue(ecrit, Naissance.class)))
                    .isEqualTo(ecrit);
        }
        assertThatThrownBy(() -> json.readValue("\"1980-02-31\"", Naissance.class))
                .hasMessageContaining("naissance");
        assertThatThrownBy(() -> json.readValue("1980", Naissance.class)).isNotNull();
    }
}
