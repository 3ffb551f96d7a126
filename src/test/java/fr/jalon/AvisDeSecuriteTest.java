package fr.jalon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The page of known advisories speaks of what is really released: a library that is raised, added or taken away is reviewed again, and
 * what the page says is held by a test that exists.
 */
class AvisDeSecuriteTest {

    private static final Path PAGE = Path.of("docs/avis-de-securite.md");
    private static final Path NAVIGATEUR = Path.of("src/main/frontend");
    private static final Path GABARITS = Path.of("src/main/resources/templates");
    private static final Path ESSAIS = Path.of("src/test/java");

    private static final List<String> ETATS =
            List.of("corrigé par notre version", "ne nous atteint pas", "à surveiller");
    /** Beside the released jar, for the demonstration: not in it. */
    private static final String HORS_DU_JAR = "ch.vorburger.";

    private static final Pattern LIVREE =
            Pattern.compile("^\\s+([\\w.-]+):([\\w.-]+):jar:(?:[\\w-]+:)?([^:]+):(?:compile|runtime)\\b.*");
    private static final Pattern RANGEE = Pattern.compile("^\\| `([^`]+)` \\| ([^ |]+) \\|$");
    private static final Pattern IDENTIFIANT = Pattern.compile("\\b(?:CVE-\\d{4}-\\d{4,}|GHSA(?:-[0-9a-z]{4}){3})\\b");
    private static final Pattern PREUVE = Pattern.compile("`(\\w+(?:Test|IT))`");
    private static final Pattern JOUR = Pattern.compile("Relu le \\d{1,2} \\p{L}+ \\d{4}\\.");

    @Test
    void les_bibliotheques_relues_sont_celles_du_jar_livre() throws IOException {
        Map<String, String> livrees = livrees();
        assertThat(livrees).as("la liste faite par la construction").hasSizeGreaterThan(50);
        assertThat(table("Bibliothèques relues")).isEqualTo(livrees);
    }

    @Test
    void les_bibliotheques_du_navigateur_relues_sont_celles_du_verrou() throws IOException {
        Map<String, String> relues = table("Bibliothèques du navigateur relues");
        JsonNode verrou = json("package-lock.json").path("packages");
        for (Map.Entry<String, String> relue : relues.entrySet()) {
            assertThat(verrou.path("node_modules/" + relue.getKey())
                            .path("version")
                            .asString())
                    .as(relue.getKey())
                    .isEqualTo(relue.getValue());
        }
        assertThat(relues.keySet())
                .as("chaque bibliothèque demandée, polices à part")
                .containsAll(json("package.json").path("dependencies").propertyNames().stream()
                        .filter(nom -> !nom.contains("font"))
                        .toList());
    }

    @Test
    void ce_qui_n_entre_jamais_est_ce_que_la_construction_refuse() throws IOException {
        String interdits = Files.readString(Path.of("pom.xml"))
                .replaceAll("(?s).*<bannedDependencies>(.*)</bannedDependencies>.*", "$1");
        List<String> refuses = Pattern.compile("<exclude>([^<]+)</exclude>")
                .matcher(interdits)
                .results()
                .map(trouve -> trouve.group(1))
                .toList();
        assertThat(refuses).isNotEmpty();
        List<String> dits = partie("Ce qui n'entre jamais")
                .filter(ligne -> ligne.startsWith("- `"))
                .map(ligne -> ligne.substring(3, ligne.indexOf('`', 3)))
                .toList();
        assertThat(dits).containsExactlyInAnyOrderElementsOf(refuses);
    }

    /** A row is its identifiers, what it is, the versions touched, the status with its reason, and where it was read. */
    @Test
    void chaque_avis_a_son_etat_sa_source_et_son_jour() throws IOException {
        List<String> rangees = lignes().stream()
                .filter(ligne ->
                        ligne.startsWith("| ") && IDENTIFIANT.matcher(ligne).find())
                .toList();
        assertThat(rangees).hasSizeGreaterThan(20);
        Set<String> connus = new HashSet<>();
        for (String rangee : rangees) {
            String[] cases = rangee.substring(2).split(" \\| ?");
            assertThat(cases).as(rangee).hasSize(5);
            assertThat(ETATS).as(rangee).anyMatch(cases[3]::startsWith);
            if (!cases[3].startsWith(ETATS.get(0))) {
                assertThat(cases[3].length()).as("la raison : " + rangee).isGreaterThan(40);
            }
            assertThat(cases[4]).as(rangee).containsPattern("https://[^ ]+");
            IDENTIFIANT
                    .matcher(cases[0])
                    .results()
                    .forEach(trouve -> assertThat(connus.add(trouve.group()))
                            .as(trouve.group() + " une seule fois")
                            .isTrue());
        }
        assertThat(Files.readString(PAGE)).containsPattern(JOUR);
    }

    /** What a template engine was told to interpret is where its faults reach; ours only shows. */
    @Test
    void aucun_gabarit_n_interprete_ce_qu_il_montre() throws IOException {
        List<Path> gabarits;
        try (Stream<Path> fichiers = Files.walk(GABARITS)) {
            gabarits = fichiers.filter(fichier -> fichier.toString().endsWith(".html"))
                    .toList();
        }
        assertThat(gabarits).hasSizeGreaterThan(10);
        for (Path gabarit : gabarits) {
            assertThat(Files.readString(gabarit)).as(gabarit.toString()).doesNotContain("th:utext", "__$", "[(");
        }
    }

    @Test
    void chaque_test_nomme_existe() throws IOException {
        Set<String> existants;
        try (Stream<Path> fichiers = Files.walk(ESSAIS)) {
            existants = fichiers.map(fichier -> fichier.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }
        List<String> nommes = PREUVE.matcher(Files.readString(PAGE))
                .results()
                .map(trouve -> trouve.group(1))
                .toList();
        assertThat(nommes).isNotEmpty();
        assertThat(existants).containsAll(nommes);
    }

    /** By group where all its libraries have one version, else each by its name. */
    private static Map<String, String> livrees() throws IOException {
        Map<String, Map<String, String>> parGroupe = new TreeMap<>();
        try (InputStream liste = AvisDeSecuriteTest.class.getResourceAsStream("/bibliotheques-livrees.txt")) {
            assertThat(liste).as("écrite par maven-dependency-plugin").isNotNull();
            new String(liste.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(ligne -> {
                Matcher livree = LIVREE.matcher(ligne);
                if (livree.matches() && !livree.group(1).startsWith(HORS_DU_JAR)) {
                    parGroupe
                            .computeIfAbsent(livree.group(1), g -> new TreeMap<>())
                            .put(livree.group(2), livree.group(3));
                }
            });
        }
        Map<String, String> livrees = new TreeMap<>();
        parGroupe.forEach((groupe, versions) -> {
            if (new HashSet<>(versions.values()).size() == 1) {
                livrees.put(groupe, versions.values().iterator().next());
            } else {
                versions.forEach((nom, version) -> livrees.put(groupe + ":" + nom, version));
            }
        });
        return livrees;
    }

    private static Map<String, String> table(String titre) throws IOException {
        Map<String, String> table = new LinkedHashMap<>();
        partie(titre).forEach(ligne -> {
            Matcher rangee = RANGEE.matcher(ligne);
            if (rangee.matches()) {
                assertThat(table.put(rangee.group(1), rangee.group(2)))
                        .as(rangee.group(1))
                        .isNull();
            }
        });
        assertThat(table).as(titre).isNotEmpty();
        return table;
    }

    private static Stream<String> partie(String titre) throws IOException {
        List<String> partie = new ArrayList<>();
        boolean dedans = false;
        for (String ligne : lignes()) {
            if (ligne.startsWith("## ")) {
                dedans = ligne.equals("## " + titre);
            } else if (dedans) {
                partie.add(ligne);
            }
        }
        assertThat(partie).as(titre).isNotEmpty();
        return partie.stream();
    }

    private static List<String> lignes() throws IOException {
        return Files.readAllLines(PAGE);
    }

    private static JsonNode json(String fichier) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(NAVIGATEUR.resolve(fichier)));
    }
}
