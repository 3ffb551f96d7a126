package fr.jalon.pilotage;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.temps.Porteur;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DureesTest {

    @Test
    void les_rangs_sont_ceux_d_une_liste_triee() {
        Random hasard = new Random(50);
        for (int essai = 0; essai < 500; essai++) {
            List<Integer> valeurs = new ArrayList<>();
            TreeMap<Integer, Long> comptes = new TreeMap<>();
            for (int i = 0; i <= hasard.nextInt(300); i++) {
                int v = hasard.nextInt(200);
                valeurs.add(v);
                comptes.merge(v, 1L, Long::sum);
            }
            Collections.sort(valeurs);
            for (int p : List.of(50, 90, 99, 100)) {
                int rang = (int) Math.ceil(valeurs.size() * p / 100.0);
                assertThat(Durees.rang(comptes, p)).isEqualTo(valeurs.get(rang - 1) / 10.0);
            }
        }
    }

    @Test
    void moins_de_cinq_dossiers_ne_disent_pas_combien_ils_ont_dure() {
        TreeMap<Integer, Long> quatre = new TreeMap<>(Map.of(10, 3L, 20, 1L));
        assertThat(Durees.Ligne.de("RSA", "E", Porteur.SERVICE, quatre, 5).p50())
                .isNull();
        assertThat(Durees.Ligne.de("RSA", "E", Porteur.SERVICE, quatre, 5).nombre())
                .isEqualTo(Case.CACHEE);
        assertThat(Durees.Ligne.de("RSA", "E", Porteur.SERVICE, quatre, 0).p90())
                .isEqualTo(2.0);
    }

    @Test
    void une_suite_de_mois_est_la_plus_courte_liste_d_annees_de_trimestres_et_de_mois() {
        assertThat(Periodes.decouper(YearMonth.of(2025, 11), YearMonth.of(2027, 4)))
                .containsExactly("2025-11", "2025-12", "2026", "2027-T1", "2027-04");
        assertThat(Periodes.decouper(YearMonth.of(2026, 5), YearMonth.of(2026, 5)))
                .containsExactly("2026-05");
    }

    @Test
    void les_parts_d_attente_font_cent() {
        List<Durees.Attente> parts = Durees.attentes(Map.of(Porteur.SERVICE, 3.0, Porteur.CAF, 1.0), false);
        assertThat(parts).contains(new Durees.Attente(Porteur.SERVICE, 75), new Durees.Attente(Porteur.CAF, 25));
        assertThat(Durees.attentes(Map.of(), false)).allMatch(a -> a.part() == null);
    }
}
