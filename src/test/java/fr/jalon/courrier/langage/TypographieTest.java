package fr.jalon.courrier.langage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No-break spaces are written ~ (normal) and _ (narrow). */
class TypographieTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Vous avez oublié ? Oui ; non ! Alors : voici | Vous avez oublié_? Oui_; non_! Alors_: voici",
                "« Votre dossier » | «_Votre dossier_»",
                "le 26 mai 2026 | le 26~mai~2026",
                "le 1er août 2026 | le 1er~août~2026",
                "1 234 567 euros | 1_234_567~euros",
                "12 % de 900 € | 12_% de 900~€",
                "02 99 00 00 00 | 02~99~00~00~00",
                "2 mois et 3 pièces | 2~mois et 3~pièces",
                "n° 12, M. Essai, article L262-4 | n°~12, M.~Essai, article~L262-4",
                "https://exemple.invalid/?a=1 | https://exemple.invalid/?a=1",
                "à 9 h 30, puis 11 h | à 9~h~30, puis 11~h",
                "en 2026 nous | en 2026 nous"
            })
    void pose_les_espaces_insecables(String ecrit, String attendu) {
        assertThat(visible(Typographie.francaise(ecrit))).isEqualTo(attendu);
    }

    @Test
    void ne_change_plus_rien_la_seconde_fois() {
        String une = Typographie.francaise("« Le 3 mai 2026 : 1 234,50 € ! »");
        assertThat(Typographie.francaise(une)).isEqualTo(une);
    }

    @Test
    void ecrit_le_premier_du_mois_en_ordinal() {
        assertThat(visible(Typographie.date(LocalDate.of(2026, 5, 1)))).isEqualTo("1er~mai~2026");
        assertThat(visible(Typographie.date(LocalDate.of(2026, 2, 26)))).isEqualTo("26~février~2026");
    }

    @Test
    void n_a_qu_une_apostrophe() {
        assertThat(Typographie.apostrophes("l'aide d'urgence 'citée'")).isEqualTo("l’aide d’urgence ’citée’");
    }

    private static String visible(String texte) {
        return texte.replace('\u00a0', '~').replace('\u202f', '_');
    }
}
