package fr.jalon.reprise;

import fr.jalon.essais.BaseDEssai;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What an older Jalon left: its database (a compressed dump), the files that its dossiers hold, its last instant, and the element
 * of a model at which each of its dossiers waits. One folder each under {@code src/test/resources/reprise}.
 */
final class Instantane {

    private static final Path LIVRES = Path.of("src/test/resources/reprise");
    private static final String BASE = "base.sql.gz";
    private static final String FICHIERS = "fichiers";
    private static final String FICHE = "instantane.properties";
    private static final String INSTANT = "instant";
    private static final String SESSION = "session";
    private static final String ATTENTE = "attente.";

    private final Path dossier;

    Instantane(Path dossier) {
        this.dossier = dossier;
    }

    /** Those that are kept in the tests, one for each release. */
    static List<Instantane> livres() {
        try (Stream<Path> dossiers = Files.list(LIVRES)) {
            return dossiers.filter(Files::isDirectory)
                    .sorted()
                    .map(Instantane::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The instant of Paris at which the older Jalon stopped. */
    LocalDateTime instant() {
        return LocalDateTime.parse(fiche().getProperty(INSTANT));
    }

    /** The numbers of the dossiers, each with the element at which it waits. */
    Map<String, String> attentes() {
        Map<String, String> attentes = new java.util.TreeMap<>();
        Properties fiche = fiche();
        fiche.stringPropertyNames().stream()
                .filter(n -> n.startsWith(ATTENTE))
                .forEach(n -> attentes.put(n.substring(ATTENTE.length()), fiche.getProperty(n)));
        return attentes;
    }

    /** The id of a session that somebody had opened. */
    String session() {
        return fiche().getProperty(SESSION);
    }

    void ecrire(String schema, Path fichiers, LocalDateTime instant, String session, Map<String, String> attentes)
            throws IOException {
        Files.createDirectories(dossier);
        Process dump = outil(
                "mariadb-dump", "--skip-comments", "--hex-blob", "--skip-extended-insert", "--no-tablespaces", schema);
        try (InputStream lu = dump.getInputStream();
                OutputStream ecrit = new GZIPOutputStream(Files.newOutputStream(dossier.resolve(BASE)))) {
            lu.transferTo(ecrit);
        }
        attendre(dump);
        copier(fichiers, dossier.resolve(FICHIERS));
        List<String> lignes = new ArrayList<>(List.of(INSTANT + "=" + instant, SESSION + "=" + session));
        attentes.forEach((numero, element) -> lignes.add(ATTENTE + numero + "=" + element));
        Files.write(dossier.resolve(FICHE), lignes, StandardCharsets.UTF_8);
    }

    /** Puts the database into an empty schema and the files into a folder. */
    void poser(String schema, Path fichiers) throws IOException {
        Process client = outil("mariadb", schema);
        try (InputStream lu = new GZIPInputStream(Files.newInputStream(dossier.resolve(BASE)));
                OutputStream ecrit = client.getOutputStream()) {
            lu.transferTo(ecrit);
        }
        attendre(client);
        copier(dossier.resolve(FICHIERS), fichiers);
    }

    @Override
    public String toString() {
        return dossier.getFileName().toString();
    }

    private Properties fiche() {
        Properties fiche = new Properties();
        try (InputStream lu = Files.newInputStream(dossier.resolve(FICHE))) {
            fiche.load(lu);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return fiche;
    }

    private static Process outil(String programme, String... options) throws IOException {
        Path programmes = BaseDEssai.dossier().resolve("base/bin").toAbsolutePath();
        List<String> commande = new ArrayList<>(List.of(
                programmes.resolve(programme).toString(),
                "--host=127.0.0.1",
                "--port=" + BaseDEssai.base().port(),
                "--user=" + BaseDEssai.base().utilisateur(),
                "--default-character-set=utf8mb4"));
        commande.addAll(List.of(options));
        ProcessBuilder outil = new ProcessBuilder(commande).redirectError(ProcessBuilder.Redirect.INHERIT);
        outil.environment().put("MYSQL_PWD", BaseDEssai.base().motDePasse());
        outil.environment()
                .put("LD_LIBRARY_PATH", programmes.resolveSibling("libs").toString());
        return outil.start();
    }

    private static void attendre(Process outil) {
        try {
            int code = outil.waitFor();
            if (code != 0) {
                throw new IllegalStateException("l'outil de la base a fini avec " + code);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void copier(Path de, Path vers) throws IOException {
        if (!Files.isDirectory(de)) {
            return;
        }
        try (Stream<Path> tous = Files.walk(de)) {
            for (Path un : tous.toList()) {
                Path la = vers.resolve(de.relativize(un).toString());
                if (Files.isDirectory(un)) {
                    Files.createDirectories(la);
                } else {
                    Files.copy(un, la);
                }
            }
        }
    }
}
