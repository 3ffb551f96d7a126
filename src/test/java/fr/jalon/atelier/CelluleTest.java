package fr.jalon.atelier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person types and what the cell says. */
class CelluleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "double|635.71|1 234,50|1234.50",
                "double|635.71|635,710|635.71",
                "double|635.71|652,02 €|652.02",
                "integer|5|7|7",
                "boolean|true|non|false",
                "string|\"CAI\"|la \"grande\" salle|\"la \\\"grande\\\" salle\"",
                "date|date(\"2026-01-01\")|2027-04-01|date(\"2027-04-01\")"
            })
    void une_valeur_tapee_devient_une_case(String type, String avant, String tape, String apres) {
        assertThat(Cellule.de(type, avant).dire(tape).ecrite()).isEqualTo(apres);
        assertThat(Cellule.de(type, apres)
                        .dire(Cellule.de(type, apres).saisie())
                        .ecrite())
                .isEqualTo(apres);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "double|635.71|six cents|Écrivez un nombre",
                "double|635.71|-3|positif",
                "double|635.71||Écrivez la nouvelle valeur",
                "double|635.71|1234567890123|trop long",
                "integer|5|5,5|entier",
                "boolean|true|peut-être|oui ou non",
                "date|date(\"2026-01-01\")|demain|calendrier",
                "double|base * 2|3|Modeler"
            })
    void une_valeur_mauvaise_dit_pourquoi(String type, String avant, String tape, String message) {
        assertThatThrownBy(() -> Cellule.de(type, avant).dire(tape)).hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                ">= date(\"2026-01-01\")|2026-01-01|",
                "> date(\"2026-01-01\")|2026-01-02|",
                "<= date(\"2026-01-01\")||2026-01-02",
                "[date(\"2026-01-01\")..date(\"2026-12-31\")]|2026-01-01|2027-01-01",
                "]date(\"2026-01-01\")..date(\"2026-12-31\"))|2026-01-02|2026-12-31",
                "-||"
            })
    void une_case_de_jours_est_une_periode(String cellule, LocalDate du, LocalDate avant) {
        Periode periode = Periode.lire(cellule).orElseThrow();
        assertThat(periode).isEqualTo(new Periode(du, avant));
        assertThat(Periode.lire(periode.cellule())).contains(periode);
    }

    @Test
    void le_reste_n_est_pas_une_periode() {
        assertThat(Periode.lire("\"CAI\"")).isEmpty();
        assertThat(Periode.lire("not(date(\"2026-01-01\"))")).isEmpty();
        assertThat(Periode.lire(">= date(\"2026-02-30\")")).isEmpty();
        assertThat(Periode.lire("[date(\"2026-02-01\")..date(\"2026-01-01\")]")).isEmpty();
    }
}
