package fr.jalon.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.commun.ListesCoupees;
import fr.jalon.web.commun.TableauCsv;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;

/** The first line of the history says what happened: nobody asked for a breach at the counter. */
class OuvertureEnMotsTest {

    static Stream<String> dispositifs() {
        return TableauCsv.lire("stations.csv").stream().map(l -> l.get(0)).distinct();
    }

    @ParameterizedTest
    @MethodSource("dispositifs")
    void chaque_dispositif_dit_comment_un_dossier_commence(String dispositif) throws IOException {
        Properties textes = new Properties();
        for (Resource partie : ListesCoupees.desDispositifs("messages_fr.properties")) {
            textes.load(new StringReader(partie.getContentAsString(StandardCharsets.UTF_8)));
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
