package fr.jalon.commun;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No cell of an export runs in a spreadsheet, however its sign is written or hidden. */
class ClasseurTest {

    private static String cellule(String valeur) {
        String texte = new String(Classeur.csv(List.of("titre"), List.of(List.of(valeur))), StandardCharsets.UTF_8);
        String rangee = texte.substring(texte.indexOf("\r\n") + 2, texte.length() - 2);
        return rangee.startsWith("\"")
                ? rangee.substring(1, rangee.length() - 1).replace("\"\"", "\"")
                : rangee;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SOMME(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                " =1",
                "\u00a0=1",
                "\u202f=1",
                "\u3000=1",
                "\ufeff=1",
                "\u200b=1",
                "\u200d\u200c=1",
                "\u2060=1",
                "\u00ad=1",
                "\u200e=1",
                "\ufeff\u200b =1",
                "\uff1d1",
                "\uff0b1",
                "\uff0d1",
                "\uff201",
                "\u22121",
                "\u200b\uff1dcmd|' /C calc'!A0"
            })
    void une_formule_est_precedee_d_une_apostrophe_et_revient_egale(String valeur) {
        assertThat(cellule(valeur)).isEqualTo("'" + valeur);
        assertThat(Classeur.sansProtection(cellule(valeur))).isEqualTo(valeur);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zoé", "1 = 1", "12,50", "a@exemple.fr", "", "\u200b", "'=1", "l’été"})
    void un_texte_ordinaire_reste_tel_quel(String valeur) {
        assertThat(cellule(valeur)).isEqualTo(valeur);
    }
}
