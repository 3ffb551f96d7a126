package fr.jalon.commun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** SIRET and IBAN by their keys: whom and where a payment order pays. The accounts are the published samples of the norms. */
class ClesDePaiementTest {

    private static final String IBAN_FR = "FR1420041010050500013M02606";

    @ParameterizedTest
    @ValueSource(strings = {"73282932000074", "732 829 320 00074", "732\u00a0829\u202f320 00074", "35600000000048"})
    void un_siret_juste_est_lu_sans_ses_blancs(String brut) {
        assertThat(Siret.exiger("siret", brut).numero()).hasSize(14).containsOnlyDigits();
    }

    @Test
    void un_etablissement_de_la_poste_suit_sa_propre_regle() {
        assertThat(Siret.exiger("siret", "35600000000001").siren()).isEqualTo("356000000");
        assertThatThrownBy(() -> Siret.exiger("siret", "35600000000002")).isInstanceOf(SaisieInvalide.class);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "73282932000075",
                "73282932000047",
                "732829320",
                "00000000000000",
                "7328293200007A",
                "٧٣٢٨٢٩٣٢٠٠٠٠٧٤"
            })
    void un_siret_faux_est_refuse_sur_son_champ(String brut) {
        assertThatThrownBy(() -> Siret.exiger("siret", brut))
                .isInstanceOfSatisfying(
                        SaisieInvalide.class,
                        e -> assertThat(e.erreurs().get(0).champ()).isEqualTo("siret"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                IBAN_FR,
                "fr14 2004 1010 0505 0001 3m02 606",
                "FR7630006000011234567890189",
                "DE89370400440532013000",
                "BE68539007547034",
                "ES9121000418450200051332",
                "LU280019400644750000"
            })
    void un_iban_juste_est_lu_sans_ses_blancs(String brut) {
        assertThat(Iban.exiger("iban", brut).numero()).isUpperCase().doesNotContain(" ");
    }

    @ParameterizedTest
    @CsvSource({
        "FR1520041010050500013M02606, clé",
        "FR1420041010050500013M02660, clé",
        "FR1420041010050500013M0260, 27 signes",
        "DE8937040044053201300, 22 signes",
        "US64SVBKUS6S3300958879, SEPA",
        "732829320, en entier",
        "FR14-2004-1010, en entier"
    })
    void un_iban_faux_dit_ce_qui_ne_va_pas(String brut, String dit) {
        assertThatThrownBy(() -> Iban.exiger("iban", brut))
                .isInstanceOfSatisfying(
                        SaisieInvalide.class,
                        e -> assertThat(e.erreurs().get(0).message()).contains(dit));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", "1e308"})
    void sans_iban_rien_ne_se_paie(String brut) {
        assertThatThrownBy(() -> Iban.exiger("iban", brut)).isInstanceOf(SaisieInvalide.class);
    }

    /** Any one figure changed, in the keys or in the account, is seen. */
    @Test
    void un_chiffre_change_se_voit_toujours() {
        changements(IBAN_FR)
                .forEach(faux -> assertThatThrownBy(() -> Iban.exiger("iban", faux))
                        .as(faux)
                        .isInstanceOf(SaisieInvalide.class));
        changements("73282932000074")
                .forEach(faux -> assertThatThrownBy(() -> Siret.exiger("siret", faux))
                        .as(faux)
                        .isInstanceOf(SaisieInvalide.class));
    }

    /** The key of the IBAN made again over a wrong account holds: the key of the RIB tells. */
    @Test
    void la_cle_rib_est_verifiee_sous_celle_de_l_iban() {
        String compte = "20041010050500013M02607";
        for (int cle = 2; cle <= 98; cle++) {
            String faux = "FR%02d%s".formatted(cle, compte);
            assertThatThrownBy(() -> Iban.exiger("iban", faux)).as(faux).isInstanceOf(SaisieInvalide.class);
        }
    }

    @Test
    void un_iban_s_imprime_en_groupes_et_ne_s_ecrit_pas_dans_les_traces() {
        Iban iban = Iban.exiger("iban", IBAN_FR);
        assertThat(iban.enGroupes()).isEqualTo("FR14 2004 1010 0505 0001 3M02 606");
        assertThat(iban).hasToString("FR…2606");
    }

    private static List<String> changements(String juste) {
        List<String> faux = new ArrayList<>();
        for (int i = 0; i < juste.length(); i++) {
            for (char c = '0'; c <= '9'; c++) {
                if (Character.isDigit(juste.charAt(i)) && c != juste.charAt(i)) {
                    faux.add(juste.substring(0, i) + c + juste.substring(i + 1));
                }
            }
        }
        return faux;
    }
}
