package fr.jalon.commun;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MontantTest {

    @ParameterizedTest
    @CsvSource({
        "0.005, 0.01",
        "0.0049, 0.00",
        "1.235, 1.24",
        "2.675, 2.68",
        "-0.005, -0.01",
        "1e3, 1000.00",
        "12, 12.00"
    })
    void arrondit_au_centime_le_plus_proche_la_moitie_vers_le_haut(String ecrit, String arrondi) {
        assertThat(Montant.de(ecrit)).hasToString(arrondi);
    }

    @Test
    void deux_ecritures_du_meme_montant_sont_egales() {
        assertThat(Montant.de("1.5")).isEqualTo(Montant.de("1.50")).hasSameHashCodeAs(Montant.de("1.500"));
        assertThat(Montant.de("0")).isEqualTo(Montant.ZERO);
    }

    @Test
    void compte_sans_perdre_de_centime() {
        Montant somme = Montant.ZERO;
        for (int i = 0; i < 1_000; i++) {
            somme = somme.plus(Montant.de("0.10"));
        }
        assertThat(somme).isEqualTo(Montant.de("100"));
        assertThat(somme.moins(Montant.de("100.01")).estPositif()).isFalse();
        assertThat(somme).isGreaterThan(Montant.de("99.99"));
    }

    @Test
    void s_ecrit_a_la_francaise() {
        assertThat(Montant.de("1234567.5").enFrancais()).isEqualTo("1\u202f234\u202f567,50\u00a0€");
        assertThat(Montant.de("-0.5").enFrancais()).isEqualTo("-0,50\u00a0€");
        assertThat(Montant.ZERO.enFrancais()).isEqualTo("0,00\u00a0€");
    }
}
