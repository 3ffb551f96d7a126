package fr.jalon.bench;

import banc.MoteurNuApplication;
import fr.jalon.essais.BaseDEssai;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Start to ready and resident memory: Jalon on a schema already migrated, against a bare Camunda and Spring Boot application, on
 * the same MariaDB in the same run; medians of three starts. Run by {@code bin/mesurer demarrage}.
 */
public final class BancDemarrage {

    private static final int DEPARTS = 3;

    private BancDemarrage() {}

    private record Depart(double secondes, long memoireMo) {}

    public static void main(String[] args) throws IOException, InterruptedException {
        String classes = System.getProperty("java.class.path");
        String nu = BaseDEssai.nouveauSchema();
        String jalon = BaseDEssai.nouveauSchema();
        System.out.println("| Application | Prête en | Mémoire résidente |");
        System.out.println("| --- | --- | --- |");
        afficher(
                "Camunda et Spring Boot seuls",
                List.of("-cp", classes, MoteurNuApplication.class.getName(), "--spring.config.name=nu"),
                nu);
        afficher(
                "Jalon",
                List.of(
                        "-cp",
                        classes,
                        "fr.jalon.JalonApplication",
                        "--spring.profiles.active=essai",
                        "--jalon.moteur.travaux.actifs=true"),
                jalon);
    }

    private static void afficher(String nom, List<String> programme, String schema)
            throws IOException, InterruptedException {
        partir(programme, schema);
        double[] secondes = new double[DEPARTS];
        long[] memoire = new long[DEPARTS];
        for (int i = 0; i < DEPARTS; i++) {
            Depart depart = partir(programme, schema);
            secondes[i] = depart.secondes();
            memoire[i] = depart.memoireMo();
        }
        Arrays.sort(secondes);
        Arrays.sort(memoire);
        System.out.printf(Locale.ROOT, "| %s | %.1f s | %d Mo |%n", nom, secondes[DEPARTS / 2], memoire[DEPARTS / 2]);
    }

    private static Depart partir(List<String> programme, String schema) throws IOException, InterruptedException {
        List<String> commande = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"), "-Xmx1g", "-Duser.timezone=Europe/Paris"));
        commande.addAll(programme);
        commande.addAll(List.of(
                "--server.port=0",
                "--spring.main.banner-mode=off",
                "--spring.datasource.url=" + BaseDEssai.base().url(schema),
                "--spring.datasource.username=" + BaseDEssai.base().utilisateur(),
                "--spring.datasource.password=" + BaseDEssai.base().motDePasse(),
                "--spring.datasource.hikari.transaction-isolation=TRANSACTION_READ_COMMITTED"));
        long debut = System.nanoTime();
        Process processus =
                new ProcessBuilder(commande).redirectErrorStream(true).start();
        try (BufferedReader sortie = processus.inputReader(StandardCharsets.UTF_8)) {
            List<String> lues = new ArrayList<>();
            for (String ligne = sortie.readLine(); ligne != null; ligne = sortie.readLine()) {
                lues.add(ligne);
                if (ligne.contains(" Started ")) {
                    return new Depart((System.nanoTime() - debut) / 1e9, memoire(processus.pid()));
                }
            }
            throw new IllegalStateException("l'application ne démarre pas :\n"
                    + String.join("\n", lues.subList(Math.max(0, lues.size() - 30), lues.size())));
        } finally {
            processus.destroy();
            processus.waitFor();
        }
    }

    private static long memoire(long pid) throws IOException {
        for (String ligne : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
            if (ligne.startsWith("VmRSS:")) {
                return Long.parseLong(ligne.replaceAll("\\D+", "")) / 1024;
            }
        }
        throw new IllegalStateException("mémoire illisible");
    }
}
