package fr.jalon.pilotage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** An alert is told once it lasted, ends by itself, and makes no storm. */
class VieDAlerteTest {

    private static final Instant ZERO = Instant.parse("2026-06-01T06:00:00Z");
    private static final RegleDAlerte.Seuil SEUIL = new RegleDAlerte.Seuil(true, 25, 20, 2, 7);

    private static Instant jour(double jours) {
        return ZERO.plus(Duration.ofMinutes(Math.round(jours * 1440)));
    }

    private static VieDAlerte suite(VieDAlerte avant, boolean franchi, double jour) {
        return VieDAlerte.suite(avant, franchi, SEUIL, jour(jour));
    }

    @Test
    void elle_se_leve_quand_elle_a_tenu_et_se_ferme_seule() {
        VieDAlerte vie = suite(null, true, 0);
        assertThat(vie.ouverte()).isFalse();
        vie = suite(vie, true, 1.9);
        assertThat(vie.ouverte()).isFalse();
        vie = suite(vie, true, 2);
        assertThat(vie.ouverte()).isTrue();
        vie = suite(vie, false, 3);
        assertThat(vie.ouverte()).isFalse();
        assertThat(vie.closeLe()).isEqualTo(jour(3));
        assertThat(suite(vie, false, 10)).as("après son repos, rien n'en reste").isNull();
    }

    @Test
    void un_mauvais_jour_ne_suffit_pas() {
        assertThat(suite(suite(null, true, 0), false, 1)).isNull();
    }

    @Test
    void ce_qui_revient_bientot_est_la_meme_alerte() {
        VieDAlerte vie = new VieDAlerte(jour(0), jour(2), jour(3));
        assertThat(suite(vie, true, 5)).isEqualTo(new VieDAlerte(jour(0), jour(2), null));
        VieDAlerte plusTard = suite(vie, true, 10);
        assertThat(plusTard.vueLe())
                .as("une autre alerte, qui doit tenir à son tour")
                .isEqualTo(jour(10));
        assertThat(plusTard.ouverte()).isFalse();
    }

    @Test
    void trop_peu_de_dossiers_ne_franchissent_rien() {
        assertThat(SEUIL.franchi(new Grandeur.Mesuree(100, 19))).isFalse();
        assertThat(SEUIL.franchi(new Grandeur.Mesuree(25, 20)))
                .as("au seuil, pas au-dessus")
                .isFalse();
        assertThat(SEUIL.franchi(new Grandeur.Mesuree(25.1, 20))).isTrue();
        assertThat(new RegleDAlerte.Seuil(false, 80, 30, 0, 0).franchi(new Grandeur.Mesuree(79, 30)))
                .isTrue();
    }

    @Test
    void mille_annees_de_hasard_sans_tempete() {
        Random hasard = new Random(7);
        for (int annee = 0; annee < 1000; annee++) {
            VieDAlerte vie = null;
            TreeSet<Instant> dites = new TreeSet<>();
            for (int heure = 0; heure < 365 * 24; heure += 1 + hasard.nextInt(12)) {
                boolean franchi = hasard.nextInt(1 + annee % 20) != 0;
                vie = VieDAlerte.suite(vie, franchi, SEUIL, jour(heure / 24.0));
                if (vie != null && vie.ouverte()) {
                    dites.add(vie.leveeLe());
                    assertThat(franchi).isTrue();
                }
            }
            Instant avant = null;
            for (Instant dite : dites) {
                assertThat(avant == null || !dite.isBefore(avant.plus(Duration.ofDays(7))))
                        .as("deux fois en moins de sept jours")
                        .isTrue();
                avant = dite;
            }
        }
    }
}
