package fr.jalon.piece;

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
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Runs {@link LectureIsolee} in a small Java process, two at a time, and ends it when it takes too long. */
@Component
class LecteurIsole {

    /** What a process answers when it was ended, by the limit of time or of memory. */
    static final int ARRETEE = -1;

    private static final int MEMOIRE_MO = 192;

    private final Semaphore places = new Semaphore(2, true);
    private final Duration delai;
    private List<String> commande;

    LecteurIsole(@Value("${jalon.pieces.delai:PT20S}") Duration delai) {
        this.delai = delai;
    }

    /** Exit code of the parse, or {@link #ARRETEE}. */
    int lire(TypeFichier type, byte[] octets) {
        try {
            places.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        try {
            return executer(type, octets);
        } catch (IOException e) {
            throw new UncheckedIOException("Le contrôle des pièces n'a pas pu démarrer", e);
        } finally {
            places.release();
        }
    }

    private int executer(TypeFichier type, byte[] octets) throws IOException {
        List<String> avecType = new ArrayList<>(commande());
        avecType.add(type.name());
        Process processus = new ProcessBuilder(avecType)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Executor plusTard = CompletableFuture.delayedExecutor(delai.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<Void> fin = CompletableFuture.runAsync(processus::destroyForcibly, plusTard);
        try (OutputStream entree = processus.getOutputStream()) {
            entree.write(octets);
        } catch (IOException e) {
            // It ended before it had read all: its exit code says why.
            fin.isDone();
        }
        try {
            int code = processus.waitFor();
            boolean repondu = code == LectureIsolee.LISIBLE
                    || (code >= LectureIsolee.MOT_DE_PASSE && code <= LectureIsolee.ABIME);
            return repondu ? code : ARRETEE;
        } catch (InterruptedException e) {
            processus.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            fin.cancel(false);
        }
    }

    private synchronized List<String> commande() throws IOException {
        if (commande == null) {
            Set<Path> classes = new LinkedHashSet<>();
            Path copies = Files.createTempDirectory("jalon-lecture");
            for (Class<?> classe : List.of(
                    LectureIsolee.class, PDDocument.class, IOUtils.class, TrueTypeFont.class, LogFactory.class)) {
                classes.add(emplacement(classe, copies));
            }
            commande = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx" + MEMOIRE_MO + "m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-Djava.awt.headless=true",
                    "-cp",
                    classes.stream().map(Path::toString).collect(Collectors.joining(java.io.File.pathSeparator)),
                    LectureIsolee.class.getName());
        }
        return commande;
    }

    /** The folder or jar of a class; out of the application's jar, where a plain process does not look, a copy. */
    private static Path emplacement(Class<?> classe, Path copies) throws IOException {
        URL source = classe.getProtectionDomain().getCodeSource().getLocation();
        try {
            if ("file".equals(source.getProtocol())) {
                return Path.of(source.toURI());
            }
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
        if (classe == LectureIsolee.class) {
            copier(classe, copies);
            copier(TypeFichier.class, copies);
            return copies;
        }
        Path copie = copies.resolve(classe.getSimpleName() + ".jar");
        try (InputStream jar = source.openStream()) {
            Files.copy(jar, copie);
        }
        return copie;
    }

    private static void copier(Class<?> classe, Path copies) throws IOException {
        String nom = classe.getName().replace('.', '/') + ".class";
        Path cible = copies.resolve(nom);
        Files.createDirectories(cible.getParent());
        try (InputStream contenu = classe.getClassLoader().getResourceAsStream(nom)) {
            Files.copy(contenu, cible);
        }
    }
}
