package fr.jalon.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.commun.Centimes;
import fr.jalon.commun.SaisieInvalide;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepartitionTest {

    private static final List<Integer> DEUX = List.of(8900, 1100);

    @ParameterizedTest
    @CsvSource({"1,1,0", "2,2,0", "5,4,1", "9,8,1", "100,89,11", "190000000,169100000,20900000", "0,0,0"})
    void le_plus_fort_reste_prend_le_centime(long centimes, long departement, long ccas) {
        assertThat(Repartition.de(centimes, DEUX)).containsExactly(departement, ccas);
    }

    @Test
    void cent_centimes_un_a_un_font_les_parts_exactes() {
        List<Long> portes = List.of(0L, 0L);
        for (int i = 0; i < 100; i++) {
            portes = somme(portes, Repartition.ajouter(1, DEUX, portes, List.of(1000L, 1000L)));
            assertThat(portes).isEqualTo(Repartition.de(i + 1, DEUX));
        }
        assertThat(portes).containsExactly(89L, 11L);
    }

    @Test
    void rien_sous_zero_rien_au_dessus_de_ce_que_chacun_a() {
        Random hasard = new Random(7);
        List<Integer> trois = List.of(5000, 3333, 1667);
        for (int i = 0; i < 20_000; i++) {
            List<Long> portes = tirer(hasard);
            List<Long> plafonds = tirer(hasard);
            long n = hasard.nextLong(Repartition.somme(plafonds) + 1);
            List<Long> ajouts = Repartition.ajouter(n, trois, portes, plafonds);
            assertThat(Repartition.somme(ajouts)).isEqualTo(n);
            for (int f = 0; f < 3; f++) {
                assertThat(ajouts.get(f)).isBetween(0L, plafonds.get(f));
            }
        }
    }

    @Test
    void plus_que_ce_que_tous_ont_est_refuse() {
        assertThatThrownBy(() -> Repartition.ajouter(11, DEUX, List.of(0L, 0L), List.of(5L, 5L)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "0.005", "1e308", "-1e308", "1e-999999", "100000000000", "12.345"})
    void un_montant_absurde_est_refuse(String euros) {
        assertThatThrownBy(() -> Centimes.lire("montant", new BigDecimal(euros)))
                .isInstanceOf(SaisieInvalide.class);
    }

    @ParameterizedTest
    @CsvSource({"0.01,1", "12.30,1230", "1e3,100000", "5.000,500", "99999999999.99,9999999999999"})
    void un_montant_juste_n_est_pas_arrondi(String euros, long centimes) {
        assertThat(Centimes.lire("montant", new BigDecimal(euros))).isEqualTo(centimes);
    }

    private static List<Long> tirer(Random hasard) {
        return List.of(hasard.nextLong(1000), hasard.nextLong(1000), hasard.nextLong(1000));
    }

    private static List<Long> somme(List<Long> a, List<Long> b) {
        List<Long> somme = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            somme.add(a.get(i) + b.get(i));
        }
        return somme;
    }
}
