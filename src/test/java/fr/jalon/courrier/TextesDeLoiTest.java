package fr.jalon.courrier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A reference to the law in a letter names its code in full. */
class TextesDeLoiTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CASF, art. L262-2 et L262-3 | Code de l'action sociale et des familles, articles L262-2 et L262-3",
                "CASF, art. L262-4 3° | Code de l'action sociale et des familles, article L262-4 3°",
                "CASF, art. L262-4 3° ; Conseil d'État, n° 464587"
                        + " | Code de l'action sociale et des familles, article L262-4 3° ; Conseil d'État, n° 464587",
                "CASF, art. L262-37 ; CRPA, art. L122-1 | Code de l'action sociale et des familles, article L262-37 ;"
                        + " Code des relations entre le public et l'administration, article L122-1",
                "Code du service national, art. L120-1 et suivants | Code du service national, articles L120-1 et suivants",
                "CASF, art. L262-2 ; CASF, art. R262-4"
                        + " | Code de l'action sociale et des familles, articles\u00a0L262-2 et R262-4",
                "CASF, art. L262-2 et L262-3 ; CRPA, art. L211-2 ; CASF, art. L262-3"
                        + " | Code de l'action sociale et des familles, articles\u00a0L262-2 et L262-3 ;"
                        + " Code des relations entre le public et l'administration, article L211-2",
                "Code du travail, article D5411-14-1 | Code du travail, article D5411-14-1"
            })
    void le_code_est_nomme_en_entier(String table, String courrier) {
        assertThat(TextesDeLoi.enToutesLettres(table)).isEqualTo(courrier);
    }

    @Test
    void rien_reste_rien() {
        assertThat(TextesDeLoi.enToutesLettres(null)).isNull();
    }
}
