package fr.jalon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
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
        assertThat(services).containsOnlyKeys("base", "jalon");
        assertThat((Map<String, String>) services.get("jalon").get("environment"))
                .containsKeys("JALON_BD_URL", "JALON_BD_UTILISATEUR", "JALON_BD_MOT_DE_PASSE", "JALON_CLE_MAITRESSE");
        assertThat((List<String>) services.get("jalon").get("ports")).allMatch(port -> port.startsWith("127.0.0.1:"));
        assertThat((List<String>) services.get("base").get("command"))
                .contains("--transaction-isolation=READ-COMMITTED");
        Map<String, Object> construction =
                (Map<String, Object>) services.get("jalon").get("build");
        assertThat(Path.of("docker", (String) construction.get("context"), (String) construction.get("dockerfile")))
                .exists();
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
