package fr.jalon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DelaiDeRepriseTest {

    @Test
    void laisse_trois_essais_puis_double_jusqu_a_un_quart_d_heure() {
        assertThat(DelaiDeReprise.apres(0)).isZero();
        assertThat(DelaiDeReprise.apres(3)).isZero();
        assertThat(DelaiDeReprise.apres(4)).isEqualTo(Duration.ofSeconds(5));
        assertThat(DelaiDeReprise.apres(5)).isEqualTo(Duration.ofSeconds(10));
        assertThat(DelaiDeReprise.apres(11)).isEqualTo(Duration.ofSeconds(640));
        assertThat(DelaiDeReprise.apres(12)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void ne_depasse_jamais_le_quart_d_heure() {
        assertThat(DelaiDeReprise.apres(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(15));
    }
}
