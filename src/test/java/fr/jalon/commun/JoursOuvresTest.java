package fr.jalon.commun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JoursOuvresTest {

    @ParameterizedTest
    @CsvSource({
        "2024-03-31",
        "2025-04-20",
        "2026-04-05",
        "2027-03-28",
        "2028-04-16",
        "2029-04-01",
        "2030-04-21",
        "2038-04-25",
        "2008-03-23",
        "2011-04-24",
        "1900-04-15",
        "2100-03-28"
    })
    void connait_le_dimanche_de_paques(LocalDate paques) {
        assertThat(JoursOuvres.paques(paques.getYear())).isEqualTo(paques);
    }

    @Test
    void connait_les_onze_jours_feries_de_2026() {
        assertThat(JoursOuvres.feries(2026))
                .containsOnlyKeys(
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 4, 6),
                        LocalDate.of(2026, 5, 1),
                        LocalDate.of(2026, 5, 8),
                        LocalDate.of(2026, 5, 14),
                        LocalDate.of(2026, 5, 25),
                        LocalDate.of(2026, 7, 14),
                        LocalDate.of(2026, 8, 15),
                        LocalDate.of(2026, 11, 1),
                        LocalDate.of(2026, 11, 11),
                        LocalDate.of(2026, 12, 25));
    }

    @Test
    void compte_une_seule_fois_l_ascension_tombee_un_jour_deja_ferie() {
        // Ascension on 1 May 2008 and on 8 May 2059.
        assertThat(JoursOuvres.feries(2008)).hasSize(10).containsKey(LocalDate.of(2008, 5, 1));
        assertThat(JoursOuvres.feries(2008).get(LocalDate.of(2008, 5, 1))).contains("Ascension");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-01, 10, 2026-05-19",
        "2026-05-01, 0, 2026-05-01",
        "2026-05-29, 1, 2026-06-01",
        "2026-05-30, 1, 2026-06-01",
        "2026-12-24, 1, 2026-12-28",
        "2026-12-31, 1, 2027-01-04",
        "2028-02-28, 1, 2028-02-29",
        "2026-01-01, 250, 2026-12-29"
    })
    void ajoute_des_jours_ouvres(LocalDate debut, int jours, LocalDate attendu) {
        assertThat(JoursOuvres.ajouter(debut, jours)).isEqualTo(attendu);
    }

    @Test
    void ajouter_puis_compter_reviennent_au_meme() {
        LocalDate debut = LocalDate.of(2024, 1, 1);
        for (int jour = 0; jour < 2_000; jour += 7) {
            LocalDate de = debut.plusDays(jour);
            for (int ouvres : new int[] {1, 5, 22, 60}) {
                LocalDate fin = JoursOuvres.ajouter(de, ouvres);
                assertThat(JoursOuvres.estOuvre(fin)).isTrue();
                assertThat(JoursOuvres.entre(de, fin)).isEqualTo(ouvres);
                assertThat(JoursOuvres.entre(fin, de)).isEqualTo(-ouvres);
            }
        }
    }

    @Test
    void aucun_week_end_n_est_ouvre() {
        for (LocalDate jour = LocalDate.of(2026, 1, 1); jour.getYear() == 2026; jour = jour.plusDays(1)) {
            if (jour.getDayOfWeek() == DayOfWeek.SATURDAY || jour.getDayOfWeek() == DayOfWeek.SUNDAY) {
                assertThat(JoursOuvres.estOuvre(jour)).isFalse();
                assertThat(JoursOuvres.ouvreSuivantOuMeme(jour)).isAfter(jour);
            }
        }
        assertThat(JoursOuvres.entre(LocalDate.of(2025, 12, 31), LocalDate.of(2026, 12, 31)))
                .isEqualTo(252);
    }

    @Test
    void refuse_un_nombre_hors_de_ses_limites() {
        LocalDate jour = LocalDate.of(2026, 6, 1);
        assertThatThrownBy(() -> JoursOuvres.ajouter(jour, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> JoursOuvres.ajouter(jour, 100_001)).isInstanceOf(IllegalArgumentException.class);
    }
}
