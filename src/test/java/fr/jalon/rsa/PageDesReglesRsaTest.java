package fr.jalon.rsa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The page of the rules says what the tables are: a table that goes, a condition that comes, another count of examples, and it is false. */
class PageDesReglesRsaTest {

    private static final Pattern RANGEE = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|.*$");
    private static final Pattern CONDITION = Pattern.compile(
            "<outputEntry id=\"[^\"]*\">\\s*<text>\"([A-Z_]+)\"</text>\\s*</outputEntry>\\s*<outputEntry id=\"[^\"]*\">\\s*<text>(true|false|null)?</text>");

    private final String page = lire(Path.of("docs/regles-rsa.md"));

    @Test
    void chaque_table_nommee_existe() {
        Set<String> tables = fichiers();
        assertThat(RANGEE.matcher(page).results().map(r -> r.group(1)))
                .hasSizeGreaterThan(10)
                .allSatisfy(t -> assertThat(tables).contains(t));
    }

    @Test
    void les_conditions_nommees_sont_celles_de_la_table() {
        Set<String> conditions = CONDITION
                .matcher(lire(Path.of("decisions/rsa/eligibilite-rsa.dmn")))
                .results()
                .map(r -> r.group(1))
                .collect(Collectors.toSet());
        String rangee = RANGEE.matcher(page)
                .results()
                .filter(r -> r.group(1).equals("eligibilite-rsa"))
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
        assertThat(Pattern.compile("\\b[A-Z_]{3,}\\b").matcher(rangee).results().map(MatchResult::group))
                .containsExactlyInAnyOrderElementsOf(conditions);
    }

    @Test
    void le_nombre_d_exemples_est_le_vrai() {
        int exemples = Stream.of("rsa-exemples.json", "rsa-exemples-complementaires.json")
                .mapToInt(f -> new JsonMapper()
                        .readTree(lire(Path.of("src/test/resources", f)))
                        .size())
                .sum();
        assertThat(page.replaceAll("\\s+", " ")).contains("comparé à " + exemples + " exemples");
    }

    private static Set<String> fichiers() {
        try (Stream<Path> arbre = Files.walk(Path.of("decisions"))) {
            List<Path> trouves =
                    arbre.filter(f -> f.toString().endsWith(".dmn")).toList();
            return trouves.stream()
                    .map(f -> f.getFileName().toString().replace(".dmn", ""))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String lire(Path fichier) {
        try {
            return Files.readString(fichier);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
