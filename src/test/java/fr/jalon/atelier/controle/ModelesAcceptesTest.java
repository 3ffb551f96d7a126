package fr.jalon.atelier.controle;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.atelier.Constat;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every model that travels with the application is one that the checker accepts. */
class ModelesAcceptesTest {

    static Stream<String> modeles() {
        return Modeles.DU_DEPOT.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("modeles")
    void un_modele_livre_est_accepte(String nom) {
        assertThat(Modeles.constats(Modeles.fichier(nom)).stream().filter(Constat::erreur))
                .isEmpty();
    }
}
