package fr.jalon.web.panne;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SaisieGardeeTest {

    private static final Pattern SECRET =
            Pattern.compile("champs :: secret\\('([^']+)'|name=\"([^\"]+)\" type=\"password\"");

    @Test
    void aucun_champ_de_mot_de_passe_des_pages_n_est_garde() throws IOException {
        Set<String> champs = new TreeSet<>();
        try (Stream<Path> pages = Files.walk(Path.of("src/main/resources/templates"))) {
            for (Path page : pages.filter(p -> p.toString().endsWith(".html")).toList()) {
                Matcher trouve = SECRET.matcher(Files.readString(page));
                while (trouve.find()) {
                    champs.add(trouve.group(1) == null ? trouve.group(2) : trouve.group(1));
                }
            }
        }
        assertThat(champs).contains("motDePasse", "actuel", "nouveau").allMatch(SaisieGardee::secret);
    }
}
