package fr.jalon.web.exemples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What a template may not write, so that the strict policy and the components hold on every screen, not only on those that a browser opens. */
class GabaritsTest {

    private static final Path GABARITS = Path.of("src/main/resources/templates");
    private static final Path ICONES = Path.of("src/main/frontend/icones.json");
    private static final Pattern ICONE = Pattern.compile("icone\\('([^']+)'\\)");

    /** Each pattern with the reason that the failure shows. */
    private static final Map<Pattern, String> INTERDITS = Map.of(
            Pattern.compile("\\s(?:th:)?style(?:append)?\\s*="),
            "attribut style, refusé par la politique : une classe",
            Pattern.compile("<style[\\s>]"),
            "balise style, refusée par la politique : src/main/frontend/css",
            Pattern.compile("<script(?![^>]*(?:src=|type=\"application/json\"))"),
            "script dans la page, refusé",
            Pattern.compile("\\s(?:th:)?on[a-z]+\\s*=\\s*[\"']|hx-on"),
            "gestionnaire dans un attribut, refusé",
            Pattern.compile("(?:src|href)=\"(?:data:|javascript:)"),
            "adresse data: ou javascript:, refusée",
            Pattern.compile("(?:src|href)=\"(?:https?:)?//"),
            "adresse d'un autre site : rien n'est chargé d'ailleurs",
            Pattern.compile("tabindex=\"[1-9]"),
            "ordre de tabulation forcé",
            Pattern.compile("<iframe|<object|<embed"),
            "cadre : aucune réponse de Jalon ne peut être encadrée",
            Pattern.compile(
                    "<[a-z][^<>]*(?:th:(?:if|unless|each|case)=[^<>]*th:replace|th:replace=[^<>]*th:(?:if|unless|each|case))="),
            "condition sur la balise d'un th:replace : Thymeleaf ne la lit pas, mettez-la autour");

    @Test
    void aucun_gabarit_n_ecrit_ce_que_la_politique_refuse() throws IOException {
        Map<String, String> fautes = new TreeMap<>();
        for (Path gabarit : gabarits()) {
            String texte = Files.readString(gabarit);
            INTERDITS.forEach((interdit, raison) -> {
                Matcher trouve = interdit.matcher(texte);
                if (trouve.find()) {
                    fautes.put(gabarit + " : " + trouve.group().strip(), raison);
                }
            });
        }
        assertThat(fautes).isEmpty();
    }

    @Test
    void chaque_icone_ecrite_dans_un_gabarit_est_connue() throws IOException {
        JsonNode icones = new ObjectMapper().readTree(ICONES.toFile());
        int vues = 0;
        for (Path gabarit : gabarits()) {
            Matcher icone = ICONE.matcher(Files.readString(gabarit));
            while (icone.find()) {
                vues++;
                assertThat(icones.has(icone.group(1)))
                        .as("icone %s de %s dans icones.json", icone.group(1), gabarit)
                        .isTrue();
            }
        }
        assertThat(vues).isPositive();
    }

    private static List<Path> gabarits() throws IOException {
        try (Stream<Path> fichiers = Files.walk(GABARITS)) {
            List<Path> gabarits = fichiers.filter(f -> f.toString().endsWith(".html"))
                    .sorted()
                    .toList();
            assertThat(gabarits).isNotEmpty();
            return gabarits;
        }
    }
}
