package fr.jalon.pilotage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.jalon.pilotage.Chemin.Morceau;
import fr.jalon.temps.Porteur;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The ways of dossiers: walks, loops, waits; 10 000 invented lives against their sums. */
class CheminTest {

    private static Morceau morceau(String etape, double jours) {
        return new Morceau(etape, Porteur.SERVICE, jours);
    }

    @Test
    void une_suspension_ne_coupe_pas_un_passage() {
        Chemin chemin = Chemin.de(List.of(morceau("A", 1), morceau("A", 2), morceau("B", 4)));
        assertThat(chemin.etapes()).isEqualTo("A\nB");
        assertThat(chemin.passages().get(0).jours()).isEqualTo(3);
        assertThat(chemin.passages().get(1).attente()).isEqualTo(4);
    }

    @Test
    void un_retour_est_un_second_tour_et_l_entre_deux_attend_avec_lui() {
        Chemin chemin = Chemin.de(
                List.of(morceau("A", 1), morceau("", 0.5), morceau("B", 2), morceau("", 0.25), morceau("A", 3)));
        assertThat(chemin.etapes()).isEqualTo("A\nB\nA");
        assertThat(chemin.passages()).extracting(Chemin.Passage::tour).containsExactly(1, 1, 2);
        assertThat(chemin.passages()).extracting(Chemin.Passage::attente).containsExactly(1.0, 2.5, 3.25);
    }

    @Test
    void une_etape_rouverte_apres_un_entre_deux_est_refaite() {
        assertThat(Chemin.de(List.of(morceau("A", 1), morceau("", 0), morceau("A", 1)))
                        .passages())
                .extracting(Chemin.Passage::tour)
                .containsExactly(1, 2);
    }

    @Test
    void sans_etape_le_chemin_est_vide_et_a_un_nom() {
        Chemin chemin = Chemin.de(List.of(morceau("", 3)));
        assertThat(chemin.passages()).isEmpty();
        assertThat(chemin.variante("RSA"))
                .hasSize(20)
                .isNotEqualTo(Chemin.de(List.of(morceau("A", 1))).variante("RSA"))
                .isNotEqualTo(chemin.variante("ORI"));
    }

    @Test
    void dix_mille_chemins_gardent_tout_le_temps_et_comptent_leurs_tours() {
        Random hasard = new Random(15);
        for (int i = 0; i < 10_000; i++) {
            List<Morceau> morceaux = new ArrayList<>();
            for (int n = hasard.nextInt(12); n > 0; n--) {
                morceaux.add(new Morceau(
                        List.of("", "A", "B", "C").get(hasard.nextInt(4)),
                        List.of(Porteur.values()).get(hasard.nextInt(Porteur.values().length)),
                        hasard.nextInt(1000) / 100.0));
            }
            Chemin chemin = Chemin.de(morceaux);
            double etapes = morceaux.stream()
                    .filter(m -> !m.etape().isEmpty())
                    .mapToDouble(Morceau::jours)
                    .sum();
            assertThat(chemin.passages().stream()
                            .mapToDouble(Chemin.Passage::jours)
                            .sum())
                    .isCloseTo(etapes, within(1e-9));
            for (String etape : List.of("A", "B", "C")) {
                assertThat(chemin.passages().stream()
                                .filter(p -> p.etape().equals(etape))
                                .mapToInt(Chemin.Passage::tour)
                                .max()
                                .orElse(0))
                        .isEqualTo(fois(morceaux, etape));
            }
        }
    }

    /** How often a step begins, counted on the text of the steps. */
    private static int fois(List<Morceau> morceaux, String etape) {
        int fois = 0;
        String avant = null;
        for (Morceau m : morceaux) {
            if (m.etape().equals(etape) && !etape.equals(avant)) {
                fois++;
            }
            avant = m.etape();
        }
        return fois;
    }
}
