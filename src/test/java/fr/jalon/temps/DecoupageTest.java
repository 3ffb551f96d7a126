package fr.jalon.temps;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Cuts lives that were drawn at random: whatever happens in them, each instant belongs to one segment, and none is lost. */
class DecoupageTest {

    private static final Instant OUVERT = Instant.parse("2026-06-01T07:00:00Z");

    private static Instant heure(int h) {
        return OUVERT.plus(Duration.ofHours(h));
    }

    private static EtapeFaite etape(String nom, int poids, int de, Integer a) {
        return new EtapeFaite(nom, nom, Porteur.SERVICE, poids, heure(de), a == null ? null : heure(a));
    }

    @Test
    void deux_etapes_de_suite_font_deux_segments_et_le_trou_entre_elles_est_au_service() {
        List<Segment> segments =
                Decoupage.de(OUVERT, heure(10), List.of(etape("a", 2, 0, 3), etape("b", 2, 5, 10)), List.of());
        assertThat(segments)
                .containsExactly(
                        new Segment("a", Porteur.SERVICE, false, OUVERT, heure(3)),
                        new Segment(null, Porteur.SERVICE, false, heure(3), heure(5)),
                        new Segment("b", Porteur.SERVICE, false, heure(5), heure(10)));
    }

    @Test
    void de_deux_etapes_ouvertes_la_plus_lourde_retient_le_dossier_puis_la_plus_ancienne() {
        List<Segment> segments = Decoupage.de(
                OUVERT,
                null,
                List.of(etape("legere", 1, 0, null), etape("lourde", 2, 2, 4), etape("suivante", 2, 3, 6)),
                List.of());
        assertThat(segments).extracting(Segment::etape).containsExactly("legere", "lourde", "suivante", "legere");
        assertThat(segments.get(3).fin()).isNull();
    }

    @Test
    void une_suspension_coupe_l_etape_en_trois() {
        List<Segment> segments = Decoupage.de(
                OUVERT, heure(9), List.of(etape("a", 2, 0, 9)), List.of(new Suspension(heure(2), heure(5))));
        assertThat(segments).extracting(Segment::suspendu).containsExactly(false, true, false);
    }

    @Test
    void deux_mille_vies_au_hasard_font_chacune_la_somme_exacte_de_leur_duree() {
        Random hasard = new Random(20261129);
        for (int vie = 0; vie < 2000; vie++) {
            Integer clos = hasard.nextBoolean() ? 100 : null;
            List<EtapeFaite> etapes = new ArrayList<>();
            for (int i = hasard.nextInt(8); i > 0; i--) {
                int de = hasard.nextInt(90);
                etapes.add(etape(
                        "e" + i, 1 + hasard.nextInt(2), de, hasard.nextInt(5) == 0 ? null : de + hasard.nextInt(30)));
            }
            List<Suspension> suspensions = new ArrayList<>();
            for (int i = hasard.nextInt(3); i > 0; i--) {
                int de = hasard.nextInt(90);
                suspensions.add(
                        new Suspension(heure(de), hasard.nextBoolean() ? null : heure(de + hasard.nextInt(30))));
            }
            List<Segment> segments = Decoupage.de(OUVERT, clos == null ? null : heure(clos), etapes, suspensions);
            assertThat(segments.get(0).debut()).isEqualTo(OUVERT);
            for (int i = 1; i < segments.size(); i++) {
                assertThat(segments.get(i).debut())
                        .isEqualTo(segments.get(i - 1).fin());
                assertThat(segments.get(i).memeSituation(segments.get(i - 1))).isFalse();
            }
            Instant fin = segments.get(segments.size() - 1).fin();
            assertThat(fin).isEqualTo(clos == null ? null : heure(clos));
            if (clos != null) {
                Duration somme = segments.stream()
                        .map(s -> Duration.between(s.debut(), s.fin()))
                        .reduce(Duration.ZERO, Duration::plus);
                assertThat(somme).isEqualTo(Duration.ofHours(clos));
            }
        }
    }
}
