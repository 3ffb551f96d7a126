package fr.jalon.rsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Amounts against examples converted from OpenFisca-France's public tests, each with its source in the file. */
class SimulationRsaExemplesTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(
                    DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final SimulationRsa simulation = SimulationsDeTest.simulation();

    record Attendu(
            BigDecimal montant, BigDecimal baseRessources, BigDecimal forfaitLogement, Boolean majorationIsolement) {}

    record Exemple(String id, String source, BigDecimal tolerance, DemandeSimulation requete, Attendu attendu) {
        @Override
        public String toString() {
            return id + " (" + source + ")";
        }
    }

    static Stream<Exemple> exemples() throws IOException {
        return Stream.concat(lire("rsa-exemples.json"), lire("rsa-exemples-complementaires.json"));
    }

    private static Stream<Exemple> lire(String fichier) throws IOException {
        try (InputStream flux = SimulationRsaExemplesTest.class.getResourceAsStream("/" + fichier)) {
            return Arrays.stream(JSON.readValue(flux, Exemple[].class));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exemples")
    @DisplayName("retrouve le montant attendu")
    void retrouve_le_montant_attendu(Exemple exemple) {
        ResultatSimulation resultat = simulation.simuler(exemple.requete());

        assertThat(resultat.montant()).isCloseTo(exemple.attendu().montant(), within(exemple.tolerance()));
        assertThat(resultat.droitOuvert()).isEqualTo(resultat.montant().signum() > 0);
        if (exemple.attendu().baseRessources() != null) {
            assertThat(resultat.baseRessources())
                    .isCloseTo(exemple.attendu().baseRessources(), within(exemple.tolerance()));
        }
        if (exemple.attendu().forfaitLogement() != null) {
            assertThat(resultat.forfaitLogement())
                    .isCloseTo(exemple.attendu().forfaitLogement(), within(exemple.tolerance()));
        }
        if (exemple.attendu().majorationIsolement() != null) {
            assertThat(resultat.majorationIsolement())
                    .isEqualTo(exemple.attendu().majorationIsolement());
        }
    }

    @Test
    void couvre_les_vingt_cinq_exemples_et_les_complementaires() throws IOException {
        assertThat(lire("rsa-exemples.json")).hasSize(25);
        assertThat(lire("rsa-exemples-complementaires.json")).hasSizeGreaterThanOrEqualTo(60);
    }
}
