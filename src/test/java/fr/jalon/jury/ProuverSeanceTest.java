package fr.jalon.jury;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that fetches a proof and verifies it, against a server that answers as Jalon does. */
class ProuverSeanceTest {

    private static final String COMPTE = "resp.dispositifs";
    private static final String MOT_DE_PASSE = "un \"mot\" de \\ passe";

    @TempDir
    Path dossier;

    private HttpServer serveur;
    private byte[] preuve;
    private final SeanceAuRegistre seance = SeanceAuRegistre.entiere();

    private record Sortie(int code, String dit) {}

    @BeforeEach
    void servir() throws IOException {
        Assumptions.assumeTrue(
                Stream.of("curl", "python3")
                        .allMatch(outil -> Arrays.stream(System.getenv("PATH").split(":"))
                                .anyMatch(d -> Files.isExecutable(Path.of(d, outil)))),
                "curl ou python3 n'est pas installé");
        preuve = PreuveDeSeance.zip(seance.registre.lignes, seance.pdf(), java.util.List.of());
        String attendu = "Basic "
                + Base64.getEncoder().encodeToString((COMPTE + ":" + MOT_DE_PASSE).getBytes(StandardCharsets.UTF_8));
        serveur = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serveur.createContext("/api/v1/seances/s-1/preuve", echange -> {
            boolean permis = attendu.equals(echange.getRequestHeaders().getFirst("Authorization"));
            byte[] corps = permis ? preuve : "{\"detail\":\"Identifiez-vous.\"}".getBytes(StandardCharsets.UTF_8);
            echange.sendResponseHeaders(permis ? 200 : 401, corps.length);
            echange.getResponseBody().write(corps);
            echange.close();
        });
        serveur.start();
    }

    @AfterEach
    void arreter() {
        if (serveur != null) {
            serveur.stop(0);
        }
    }

    private Sortie lancer(String motDePasse, String... arguments) throws Exception {
        ProcessBuilder lanceur = new ProcessBuilder(Stream.concat(
                        Stream.of(Path.of("bin/prouver-seance").toAbsolutePath().toString()), Arrays.stream(arguments))
                .toList());
        lanceur.directory(dossier.toFile()).redirectErrorStream(true);
        lanceur.environment()
                .put("JALON_URL", "http://127.0.0.1:" + serveur.getAddress().getPort() + "/");
        lanceur.environment().put("JALON_COMPTE", COMPTE);
        lanceur.environment().put("JALON_MOT_DE_PASSE", motDePasse);
        lanceur.environment().put("PYTHONIOENCODING", "utf-8");
        Process script = lanceur.start();
        String dit = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Sortie(script.waitFor(), dit);
    }

    @Test
    void la_preuve_est_gardee_et_verifiee() throws Exception {
        Sortie sortie = lancer(MOT_DE_PASSE, "s-1");
        assertThat(sortie.dit()).contains("la preuve tient").doesNotContain(MOT_DE_PASSE);
        assertThat(sortie.code()).isZero();
        assertThat(Files.readAllBytes(dossier.resolve("preuve-s-1.zip"))).isEqualTo(preuve);
        String empreinte =
                seance.registre.lignes.get(seance.registre.lignes.size() - 2).empreinte();
        assertThat(lancer(MOT_DE_PASSE, "s-1", "--empreinte", empreinte).code()).isZero();
        assertThat(lancer(MOT_DE_PASSE, "s-1", "--empreinte", "0").code()).isEqualTo(1);
    }

    @Test
    void un_refus_est_dit_et_ne_garde_rien() throws Exception {
        Sortie sortie = lancer("faux", "s-1");
        assertThat(sortie.dit()).contains("réponse 401").contains("Identifiez-vous.");
        assertThat(sortie.code()).isEqualTo(2);
        assertThat(dossier.resolve("preuve-s-1.zip")).doesNotExist();
        assertThat(lancer(MOT_DE_PASSE, "inconnue").dit()).contains("réponse 404");
        assertThat(lancer(MOT_DE_PASSE, "../evasion").code()).isEqualTo(2);
        assertThat(lancer(MOT_DE_PASSE).dit()).contains("JALON_COMPTE");
    }
}
