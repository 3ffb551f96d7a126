package fr.jalon.commun;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A small Java process that reads what somebody sent: little memory, little time, no setting of ours. A megabyte of PDF or of
 * spreadsheet may unfold into gigabytes, and only the end of a process is sure to free them. It takes the bytes on its input and
 * answers on its output and by its exit code.
 */
public final class ProcessusBorne {

    /** The exit code of a process that was ended, by the limit of time or of memory. */
    public static final int ARRETE = -1;

    private static final Path NICE = Path.of("/usr/bin/nice");

    private final Class<?> principale;
    private final List<Class<?>> bibliotheques;
    private final List<String> classes;
    private final int memoireMo;
    private final Duration delai;
    private List<String> commande;

    /**
     * @param principale the class with {@code main}
     * @param bibliotheques one class of each library that it needs
     * @param classes patterns of its own classes, from the root of the class path: {@code fr/jalon/piece/Lecture*.class}
     */
    public ProcessusBorne(
            Class<?> principale, List<Class<?>> bibliotheques, List<String> classes, int memoireMo, Duration delai) {
        this.principale = principale;
        this.bibliotheques = List.copyOf(bibliotheques);
        this.classes = List.copyOf(classes);
        this.memoireMo = memoireMo;
        this.delai = delai;
    }

    /** Takes what the process writes, while it writes it. */
    @FunctionalInterface
    public interface Sortie {
        void lire(InputStream flux) throws IOException;
    }

    /**
     * Runs it once. What the reader of the output throws ends the process and goes on to the caller.
     *
     * @return its exit code, or {@link #ARRETE}
     */
    public int executer(byte[] octets, Sortie sortie, String... options) {
        try {
            List<String> complete = new ArrayList<>(commande());
            complete.addAll(List.of(options));
            ProcessBuilder preparation = new ProcessBuilder(complete).redirectError(ProcessBuilder.Redirect.DISCARD);
            // The keys and passwords of Jalon stand in its environment: what reads a stranger's file has none of them
            preparation.environment().clear();
            Process processus = preparation.start();
            return conduire(processus, octets, sortie);
        } catch (IOException e) {
            throw new UncheckedIOException("La lecture à part n'a pas pu démarrer", e);
        }
    }

    private int conduire(Process processus, byte[] octets, Sortie sortie) throws IOException {
        Executor plusTard = CompletableFuture.delayedExecutor(delai.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<Boolean> fin = CompletableFuture.supplyAsync(
                () -> {
                    processus.destroyForcibly();
                    return true;
                },
                plusTard);
        try {
            envoyer(processus, octets);
            sortie.lire(processus.getInputStream());
            int code = processus.waitFor();
            return fin.isDone() || code > 100 ? ARRETE : code;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            fin.cancel(false);
            processus.destroyForcibly();
        }
    }

    private static void envoyer(Process processus, byte[] octets) {
        try (OutputStream entree = processus.getOutputStream()) {
            entree.write(octets);
        } catch (IOException e) {
            // It ended before it had read all: its exit code says why.
            Thread.onSpinWait();
        }
    }

    private synchronized List<String> commande() throws IOException {
        if (commande == null) {
            Set<Path> chemins = new LinkedHashSet<>();
            Path copies = Files.createTempDirectory("jalon-lecture");
            chemins.add(lesNotres(copies));
            for (Class<?> bibliotheque : bibliotheques) {
                chemins.add(bibliotheque(bibliotheque, copies));
            }
            List<String> mots = new ArrayList<>();
            if (Files.isExecutable(NICE)) {
                // After the pages: somebody waits for them.
                mots.addAll(List.of(NICE.toString(), "-n", "10"));
            }
            mots.addAll(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx" + memoireMo + "m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-Djava.awt.headless=true",
                    "-Dfile.encoding=UTF-8",
                    "-cp",
                    chemins.stream().map(Path::toString).collect(Collectors.joining(java.io.File.pathSeparator)),
                    principale.getName()));
            commande = List.copyOf(mots);
        }
        return commande;
    }

    /** The folder of our classes; out of the application's jar, where a plain process does not look, copies. */
    private Path lesNotres(Path copies) throws IOException {
        URL source = principale.getProtectionDomain().getCodeSource().getLocation();
        if ("file".equals(source.getProtocol())) {
            return chemin(source);
        }
        PathMatchingResourcePatternResolver dansLeJar =
                new PathMatchingResourcePatternResolver(principale.getClassLoader());
        for (String motif : classes) {
            String dossier = motif.substring(0, motif.lastIndexOf('/'));
            for (Resource classe : dansLeJar.getResources("classpath:" + motif)) {
                Path cible = copies.resolve(dossier).resolve(classe.getFilename());
                Files.createDirectories(cible.getParent());
                try (InputStream contenu = classe.getInputStream()) {
                    Files.copy(contenu, cible);
                }
            }
        }
        return copies;
    }

    private static Path bibliotheque(Class<?> classe, Path copies) throws IOException {
        URL source = classe.getProtectionDomain().getCodeSource().getLocation();
        if ("file".equals(source.getProtocol())) {
            return chemin(source);
        }
        Path copie = copies.resolve(classe.getSimpleName() + ".jar");
        try (InputStream jar = source.openStream()) {
            Files.copy(jar, copie);
        }
        return copie;
    }

    private static Path chemin(URL source) throws IOException {
        try {
            return Path.of(source.toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
