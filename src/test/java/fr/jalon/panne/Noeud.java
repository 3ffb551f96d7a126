package fr.jalon.panne;

import fr.jalon.essais.BaseDEssai;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Jalon as it runs in production, in a Java of its own that can be killed: its own zone, its own memory, the real jobs. */
final class Noeud {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final int LIGNES_GARDEES = 60;
    private static final Path JOURNAUX = Path.of("target/noeuds");
    /** A machine that does much else starts slowly; that is no fault of the node. */
    private static final long DEMARRAGE_S = Long.getLong("jalon.pannes.demarrage", 90);

    private final Process processus;
    private final Thread fin;
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final Deque<String> dernieresLignes = new ArrayDeque<>();
    private final CountDownLatch premierAccuse = new CountDownLatch(1);

    private Noeud(Process processus) {
        this.processus = processus;
        // Nothing may stay behind a test that is stopped.
        this.fin = new Thread(processus::destroyForcibly, "fin-du-noeud");
        Runtime.getRuntime().addShutdownHook(fin);
        Thread lecteur = new Thread(this::lire, "sortie-du-noeud");
        lecteur.setDaemon(true);
        lecteur.start();
    }

    /** Starts, without waiting for it to be ready. */
    static Noeud lancer(String schema, Path dossier, String cleMaitresse) {
        return lancer(List.of(), reglages(schema, dossier, cleMaitresse));
    }

    /** @param avant words before the command, for a node in a world of its own */
    static Noeud lancer(List<String> avant, List<String> reglages) {
        List<String> commande = new ArrayList<>(avant);
        commande.addAll(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                // Short lives: the quick compiler alone starts twice as fast.
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classes(),
                "fr.jalon.JalonApplication"));
        commande.addAll(reglages);
        ProcessBuilder builder = new ProcessBuilder(commande).redirectErrorStream(true);
        builder.environment().keySet().removeIf(nom -> nom.matches("(JALON|SPRING|SERVER|JAVA|JDK)_.*"));
        builder.environment().put("TZ", "UTC");
        try {
            return new Noeud(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> reglages(String schema, Path dossier, String cleMaitresse) {
        return reglages(BaseDEssai.base().url(schema), dossier, cleMaitresse, "journal");
    }

    /** The settings of a node that reaches the database by another address. */
    static List<String> reglages(String url, Path dossier, String cleMaitresse, String scelles) {
        return List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + BaseDEssai.base().utilisateur(),
                "--spring.datasource.password=" + BaseDEssai.base().motDePasse(),
                "--jalon.cle-maitresse=" + cleMaitresse,
                "--jalon.fichiers=" + dossier.resolve("fichiers"),
                "--jalon.echanges=" + dossier.resolve("echanges"),
                "--jalon.scelles=" + dossier.resolve("scelles/" + scelles + ".txt"),
                "--jalon.adresse-publique=https://jalon.exemple.fr",
                "--jalon.cadence.depot=1000000",
                "--jalon.cadence.import=1000000",
                // As often as possible, so that a kill meets them.
                "--jalon.envois.periode=PT0.2S",
                "--jalon.journal.periode=PT0.2S",
                "--jalon.corbeille.tassement=PT0.5S");
    }

    /** The application without the tests: no test's setting reaches it. */
    private static String classes() {
        return String.join(
                File.pathSeparator,
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(chemin -> !chemin.replace('\\', '/').matches(".*/test-classes/?"))
                        .toList());
    }

    private void lire() {
        int trouve = 0;
        try (BufferedReader sortie = processus.inputReader(StandardCharsets.UTF_8);
                PrintWriter journal = journal()) {
            for (String ligne = sortie.readLine(); ligne != null; ligne = sortie.readLine()) {
                garder(ligne);
                journal.println(ligne);
                Matcher port = PORT.matcher(ligne);
                if (port.find()) {
                    trouve = Integer.parseInt(port.group(1));
                }
                if (ligne.contains(" Started JalonApplication ")) {
                    this.port.complete(trouve);
                }
            }
        } catch (IOException e) {
            garder(e.toString());
        }
        port.completeExceptionally(new IllegalStateException("le nœud s'est arrêté :\n" + sortie()));
    }

    /** Everything that it says, for whoever must explain a refusal after the node is gone. */
    private PrintWriter journal() throws IOException {
        Files.createDirectories(JOURNAUX);
        return new PrintWriter(Files.newBufferedWriter(JOURNAUX.resolve("noeud-" + processus.pid() + ".log")), true);
    }

    private synchronized void garder(String ligne) {
        dernieresLignes.add(ligne);
        if (dernieresLignes.size() > LIGNES_GARDEES) {
            dernieresLignes.remove();
        }
    }

    synchronized String sortie() {
        return String.join("\n", dernieresLignes);
    }

    /** Port, once the node answers. */
    int port() {
        try {
            return port.get(DEMARRAGE_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("le nœud ne démarre pas :\n" + sortie(), e);
        }
    }

    void noterAccuse() {
        premierAccuse.countDown();
    }

    boolean aTravaille() throws InterruptedException {
        return premierAccuse.await(DEMARRAGE_S, TimeUnit.SECONDS);
    }

    long pid() {
        return processus.pid();
    }

    boolean vivant() {
        return processus.isAlive();
    }

    /** kill -9: nothing of the application runs after this instant. */
    void tuer() {
        processus.destroyForcibly();
        processus.onExit().join();
        Runtime.getRuntime().removeShutdownHook(fin);
    }

    /** A stop as the system asks for it; the exit code. */
    int arreter() {
        processus.destroy();
        try {
            int code = processus.onExit().get(40, TimeUnit.SECONDS).exitValue();
            Runtime.getRuntime().removeShutdownHook(fin);
            return code;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("le nœud ne s'arrête pas :\n" + sortie(), e);
        }
    }
}
