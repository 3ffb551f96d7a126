package fr.jalon.courrier.langage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The small print of a letter names each code once. */
class ArticlesDeLoiTest {

    private static final String CASF = "Code de l’action sociale et des familles";
    private static final String CRPA = "Code des relations entre le public et l’administration";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CASF, article~L262-29. | CASF, article~L262-29.",
                "CASF, article~L262-2. CASF, article~R262-4. | CASF, articles~L262-2 et R262-4.",
                "CASF, article~L262-37. CASF, article~L262-37. | CASF, article~L262-37.",
                "CASF, articles~L262-47 et R262-88 à R262-91. Code de justice administrative, articles~R421-1 et R421-5."
                        + " CASF, articles~L262-29, L262-31 et D262-65-2."
                        + " | CASF, articles~L262-29, L262-31, L262-47, R262-88 à R262-91 et D262-65-2."
                        + " Code de justice administrative, articles~R421-1 et R421-5.",
                "CRPA, article~L123-1. CASF, articles~L262-37 (I, 1°) et R262-68. CRPA, articles~L121-1 et L122-1."
                        + " | CRPA, articles~L121-1, L122-1 et L123-1. CASF, articles~L262-37 (I, 1°) et R262-68.",
                "CASF, article~L262-4, 3°. CASF, article~L262-10. | CASF, articles~L262-4, 3° et L262-10.",
                "CASF, articles~R262-88 à R262-91. CASF, articles~R262-88 à R262-91. | CASF, articles~R262-88 à R262-91.",
                "CASF, articles L262-29 et D262-65-2_: après six semaines, France Travail oriente. CASF, article~L262-47."
                        + " | CASF, articles L262-29 et D262-65-2_: après six semaines, France Travail oriente."
                        + " CASF, article~L262-47.",
                "Règlement général sur la protection des données, article~5. Ce courrier ne contient aucune donnée sur la"
                        + " personne. | Règlement général sur la protection des données, article~5. Ce courrier ne contient"
                        + " aucune donnée sur la personne."
            })
    void un_code_est_nomme_une_fois_avec_tous_ses_articles(String lettre, String attendu) {
        assertThat(ArticlesDeLoi.enPhrases(entier(lettre))).isEqualTo(entier(attendu));
    }

    private static String entier(String texte) {
        return texte.replace("CASF", CASF)
                .replace("CRPA", CRPA)
                .replace('~', '\u00a0')
                .replace('_', '\u202f');
    }
}
