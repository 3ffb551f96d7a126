package fr.jalon.web.atelier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of element templates, judged by the schema that the Modeler itself applies when it loads one. */
class GabaritsDuDepotTest {

    private static final Path GABARITS = Path.of("docs/modeler/jalon.json");

    @TempDir
    private Path dossier;

    private record Sortie(int code, String texte) {}

    @Test
    void le_modeler_accepte_les_gabarits() throws Exception {
        assertThat(juger(GABARITS)).isEqualTo(new Sortie(0, ""));
    }

    @Test
    void le_modeler_refuse_un_gabarit_abime() throws Exception {
        Path abime = dossier.resolve("abime.json");
        Files.writeString(
                abime, Files.readString(GABARITS).replaceFirst("\"camunda:property\"", "\"camunda:inconnue\""));
        Sortie sortie = juger(abime);
        assertThat(sortie.code()).isEqualTo(1);
        assertThat(sortie.texte()).startsWith("fr.jalon.");
    }

    private static Sortie juger(Path fichier) throws IOException, InterruptedException {
        Process node = new ProcessBuilder("node", "src/main/frontend/verifier-gabarits.mjs", fichier.toString())
                .redirectErrorStream(true)
                .start();
        String texte = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Sortie(node.waitFor(), texte);
    }
}
