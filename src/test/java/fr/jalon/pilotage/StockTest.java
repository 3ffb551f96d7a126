package fr.jalon.pilotage;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.pilotage.Stock.Tas;
import fr.jalon.temps.Porteur;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The stock of 10 000 invented dossiers against a count by hand, each way that it is cut. */
class StockTest {

    private static final LocalDate JOUR = LocalDate.of(2026, 6, 1);

    private static List<Tas> dixMille() {
        Random hasard = new Random(1);
        Ages ages = new Ages();
        List<Tas> tas = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            String dispositif = List.of("RSA", "ORI", "PAR").get(hasard.nextInt(3));
            tas.add(new Tas(
                    dispositif,
                    hasard.nextInt(10) == 0 ? "" : "UserTask_" + hasard.nextInt(4),
                    "A" + hasard.nextInt(6),
                    Situation.de(
                            hasard.nextInt(4) == 0,
                            JOUR.plusDays(hasard.nextInt(20) - 10L),
                            hasard.nextInt(5) == 0 ? null : JOUR.plusDays(hasard.nextInt(40) - 10L),
                            JOUR),
                    ages.classe(JOUR.minusDays(hasard.nextInt(200)), JOUR),
                    List.of(Porteur.values()).get(hasard.nextInt(5)),
                    1));
        }
        return tas;
    }

    private static Case compter(List<Tas> tas, Predicate<Tas> lesquels) {
        return Case.de(tas.stream().filter(lesquels).count());
    }

    @Test
    void chaque_nombre_est_celui_que_l_on_compte_a_la_main() {
        List<Tas> tas = dixMille();
        Stock stock = Stock.de(tas, 0);
        for (String d : stock.dispositifs()) {
            for (String a : stock.antennes()) {
                Predicate<Tas> ici =
                        t -> t.dispositif().equals(d) && t.antenne().equals(a);
                assertThat(stock.nombre(d, a, null)).isEqualTo(compter(tas, ici));
                for (Situation s : Situation.values()) {
                    assertThat(stock.nombre(d, a, s)).isEqualTo(compter(tas, ici.and(t -> t.situation() == s)));
                    for (Stock.Etape e : stock.etapes(d)) {
                        assertThat(stock.aLEtape(e, a, s))
                                .isEqualTo(compter(
                                        tas,
                                        ici.and(t ->
                                                t.situation() == s && t.etape().equals(e.etape()))));
                    }
                }
                for (Porteur p : Porteur.values()) {
                    assertThat(stock.tenusPar(d, a, p)).isEqualTo(compter(tas, ici.and(t -> t.porteur() == p)));
                }
                assertThat(stock.dAge(d, a, "A3"))
                        .isEqualTo(compter(tas, ici.and(t -> t.age().equals("A3"))));
            }
        }
        assertThat(stock.nombre(null, null, null)).isEqualTo(Case.de(10_000));
        assertThat(stock.nombre(null, "A1", Situation.RETARD))
                .isEqualTo(compter(tas, t -> t.antenne().equals("A1") && t.situation() == Situation.RETARD));
        assertThat(stock.dAge(null, null, "A6"))
                .isEqualTo(compter(tas, t -> t.age().equals("A6")));
    }

    @Test
    void un_dossier_suspendu_n_est_en_retard_de_rien() {
        LocalDate passe = JOUR.minusDays(1);
        assertThat(Situation.de(true, passe, passe, JOUR)).isEqualTo(Situation.SUSPENDU);
        assertThat(Situation.de(false, passe, passe, JOUR)).isEqualTo(Situation.RETARD);
        assertThat(Situation.de(false, passe, JOUR, JOUR)).isEqualTo(Situation.BIENTOT);
        assertThat(Situation.de(false, JOUR.plusDays(1), null, JOUR)).isEqualTo(Situation.A_L_HEURE);
        assertThat(Situation.de(false, null, null, JOUR)).isEqualTo(Situation.A_L_HEURE);
    }
}
