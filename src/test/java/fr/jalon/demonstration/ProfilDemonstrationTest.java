package fr.jalon.demonstration;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfilDemonstrationTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.9.10", "::1", "localhost"})
    void ecoute_sur_cette_machine(String adresse) {
        assertThatCode(() -> new ProfilDemonstration(adresse)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "0.0.0.0", "::", "192.0.2.7", "10.0.0.1"})
    void refuse_une_adresse_que_d_autres_peuvent_atteindre(String adresse) {
        assertThatThrownBy(() -> new ProfilDemonstration(adresse))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("127.0.0.1");
    }
}
