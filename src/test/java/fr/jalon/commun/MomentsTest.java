package fr.jalon.commun;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

    @ParameterizedTest
    @CsvSource({
        "9h30,9,30",
        "09:30,9,30",
        "10h,10,0",
        "10 h,10,0",
        "10 h 05,10,5",
        "14H00,14,0",
        "0h,0,0",
        "23h59,23,59"
    })
    void une_heure_se_lit_comme_on_la_dit(String dite, int heure, int minute) {
        assertThat(Moments.lire("2026-06-12", dite))
                .isEqualTo(Horloge.instantAParis(LocalDateTime.of(2026, 6, 12, heure, minute)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "24h", "9h60", "9h3", "matin", "9h30m", "-9h30"})
    void une_heure_qui_ne_peut_pas_etre_ne_se_lit_pas(String dite) {
        assertThat(Moments.lire("2026-06-12", dite)).isNull();
    }

    @Test
    void sans_jour_ou_sans_heure_il_n_y_a_pas_de_moment() {
        assertThat(Moments.lire("2026-06-12", null)).isNull();
        assertThat(Moments.lire(null, "9h30")).isNull();
        assertThat(Moments.lire("2026-02-30", "9h30")).isNull();
    }
}
