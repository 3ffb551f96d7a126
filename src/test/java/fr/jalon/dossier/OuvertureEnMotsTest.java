package fr.jalon.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The first line of the history says what happened: nobody asked for a breach at the counter. */
class OuvertureEnMotsTest {

    private static final Path RESSOURCES = Path.of("src/main/resources");

    static Stream<String> dispositifs() throws IOException {
        return Files.readAllLines(RESSOURCES.resolve("ecrans/stations.csv")).stream()
                .filter(l -> !l.startsWith("#"))
                .map(l -> l.split(";")[0])
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("dispositifs")
    void chaque_dispositif_dit_comment_un_dossier_commence(String dispositif) throws IOException {
        Properties textes = new Properties();
        try (Reader lecteur = Files.newBufferedReader(RESSOURCES.resolve("messages_fr.properties"))) {
            textes.load(lecteur);
        }
        String mots = textes.getProperty("ouverture." + dispositif);
        assertThat(mots).isNotBlank();
        assertThat(MessageFormat.format(mots, Canal.GUICHET.libelle()))
                .as("une apostrophe droite se perdrait")
                .isEqualTo(mots.replace("{0}", Canal.GUICHET.libelle()));
        assertThat(mots.contains("{0}"))
                .as("seule une demande arrive par un canal")
                .isEqualTo(dispositif.equals("RSA"));
    }
}
