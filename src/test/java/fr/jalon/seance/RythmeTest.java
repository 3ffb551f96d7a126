package fr.jalon.seance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RythmeTest {

    @Test
    void le_deuxieme_mardi_de_chaque_mois() {
        LocalDate premier = LocalDate.of(2026, 9, 8);
        assertThat(IntStream.range(0, 4).mapToObj(n -> Rythme.MOIS.jour(premier, n)))
                .containsExactly(
                        premier, LocalDate.of(2026, 10, 13), LocalDate.of(2026, 11, 10), LocalDate.of(2026, 12, 8));
    }

    @Test
    void le_cinquieme_est_le_dernier() {
        LocalDate premier = LocalDate.of(2026, 9, 29);
        assertThat(IntStream.range(0, 3).mapToObj(n -> Rythme.MOIS.jour(premier, n)))
                .containsExactly(premier, LocalDate.of(2026, 10, 27), LocalDate.of(2026, 11, 24));
    }

    @Test
    void chaque_rang_suit_le_precedent_et_garde_le_jour_de_la_semaine() {
        for (int jour = 0; jour < 400; jour++) {
            LocalDate premier = LocalDate.of(2027, 1, 1).plusDays(jour);
            for (Rythme rythme : new Rythme[] {Rythme.SEMAINE, Rythme.QUINZAINE, Rythme.MOIS}) {
                assertThat(rythme.jour(premier, 0)).isEqualTo(premier);
                for (int n = 0; n < 24; n++) {
                    assertThat(rythme.jour(premier, n + 1)).isAfter(rythme.jour(premier, n));
                    DayOfWeek semaine = rythme.jour(premier, n).getDayOfWeek();
                    assertThat(semaine).isEqualTo(premier.getDayOfWeek());
                }
            }
        }
    }
}
