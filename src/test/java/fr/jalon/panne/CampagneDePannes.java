package fr.jalon.panne;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.demonstration.BaseEmbarquee;
import fr.jalon.essais.Robinet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The same promise as {@link PanneIT} while everything around breaks, one fault after the other for minutes: nodes killed, the
 * database killed, frozen, cut. Looked for after each of them: what was acknowledged and is gone. No part of a build: {@code
 * bin/eprouver} runs it, and prints {@code target/campagne.md}.
 */
class CampagneDePannes extends PanneIT {

    private static final Logger LOG = LoggerFactory.getLogger(CampagneDePannes.class);
    private static final Duration DUREE = Duration.ofMinutes(Integer.getInteger("jalon.campagne.minutes", 8));
    private static final Path DOSSIER_BASE = Path.of("target/mariadb-campagne");
    private static final Path TUEE = Path.of("target/base-tuee");
    private static final Path TABLEAU = Path.of("target/campagne.md");
    private static final Duration RETOUR = Duration.ofSeconds(90);

    private enum Genre {
        NOEUDS_TUES("deux nœuds tués (kill -9)"),
        BASE_TUEE("base tuée (kill -9), relancée"),
        BASE_GELEE("base gelée 8 s (SIGSTOP)"),
        BASE_COUPEE("réseau de la base coupé 5 s");

        private final String mots;

        Genre(String mots) {
            this.mots = mots;
        }
    }

    private static final class Compte {
        private int fois;
        private int accusees;
        private int perdues;
        private long retourMaxMs;
    }

    private final Map<Genre, Compte> comptes = new EnumMap<>(Genre.class);
    private final List<Noeud> noeuds = new ArrayList<>();
    private final Set<String> perdues = new HashSet<>();
    private final List<String> pertes = new ArrayList<>();
    private BaseEmbarquee base;
    private Robinet robinet;
    private EcrituresNues ecritures;
    private int ecrituresPerdues;
    private Instant coup;

    @AfterEach
    void fermer() {
        noeuds.forEach(n -> {
            if (n.vivant()) {
                n.tuer();
            }
        });
        robinet.close();
        base.close();
    }

    @Override
    String nouveauSchema() {
        base = BaseEmbarquee.demarrerPourEssais(DOSSIER_BASE);
        robinet = new Robinet(() -> base.port());
        ecritures = new EcrituresNues(base);
        return base.creerSchema("campagne");
    }

    @Override
    List<String> reglages(String schema) {
        String url = base.url(schema).replaceFirst(":\\d+/", ":" + robinet.port() + "/");
        List<String> reglages = new ArrayList<>(super.reglages(schema));
        reglages.removeIf(r -> r.startsWith("--spring.datasource."));
        reglages.add("--spring.datasource.url=" + url);
        reglages.add("--spring.datasource.username=" + base.utilisateur());
        reglages.add("--spring.datasource.password=" + base.motDePasse());
        return reglages;
    }

    @Override
    void pannes(String schema, Guichets guichets, List<String> aFinir) throws Exception {
        long fin = System.nanoTime() + DUREE.toNanos();
        int tours = 6;
        for (int tour = 0; tour < tours || System.nanoTime() < fin; tour++) {
            if (tour < tours) {
                laisserEntrer(aFinir, tour, tours);
            }
            Genre genre = Genre.values()[tour % Genre.values().length];
            int avant = guichets.acquittees().size();
            long debut = System.nanoTime();
            coup = Instant.now();
            if (genre == Genre.NOEUDS_TUES) {
                tuerDeuxNoeuds(schema, guichets);
            } else {
                Noeud noeud = unNoeud(schema, guichets);
                attendreDuTravail(guichets, avant);
                debut = frapper(genre);
                attendreDuTravail(guichets, guichets.acquittees().size());
                assertThat(noeud.vivant())
                        .as("le nœud survit à sa base\n" + noeud.sortie())
                        .isTrue();
            }
            noter(genre, guichets.acquittees().size() - avant, System.nanoTime() - debut);
            chercherLesPertes(genre, guichets);
        }
        noeuds.forEach(guichets::quitter);
        noeuds.forEach(Noeud::tuer);
        ecrire(guichets);
    }

    private Noeud unNoeud(String schema, Guichets guichets) {
        noeuds.removeIf(n -> !n.vivant());
        if (noeuds.isEmpty()) {
            Noeud noeud = Noeud.lancer(List.of(), reglages(schema));
            noeud.port();
            guichets.servirSur(noeud);
            noeuds.add(noeud);
        }
        return noeuds.get(0);
    }

    private static void attendreDuTravail(Guichets guichets, int depuis) {
        attendre(
                "du travail accusé de nouveau",
                RETOUR,
                () -> guichets.acquittees().size() > depuis + 3);
    }

    /** @return the moment at which the database was there again */
    private long frapper(Genre genre) throws Exception {
        coup = Instant.now();
        switch (genre) {
            case BASE_TUEE -> tuerLaBase();
            case BASE_GELEE -> {
                signal("STOP");
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(8));
                signal("CONT");
            }
            default -> {
                robinet.couper();
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(5));
                robinet.ouvrir();
            }
        }
        return System.nanoTime();
    }

    /** Killed while it writes; started again once it is dead, never while it dies: that server would be found and joined. */
    private void tuerLaBase() throws Exception {
        int avant = ecritures.accusees();
        ecritures.lancer(base);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500 + hasard.nextInt(1_000)));
        ProcessHandle serveur = ProcessHandle.of(pid()).orElseThrow();
        coup = Instant.now();
        signal("KILL");
        serveur.onExit().get(60, TimeUnit.SECONDS);
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        int accusees = ecritures.accusees();
        assertThat(accusees).as("des écritures nues accusées").isGreaterThan(avant);
        FileSystemUtils.deleteRecursively(TUEE);
        // A killed server leaves its socket, which is no file to copy; the next one makes its own.
        Files.deleteIfExists(DOSSIER_BASE.resolve("data").resolve("jalon.sock"));
        FileSystemUtils.copyRecursively(DOSSIER_BASE.resolve("data"), TUEE);
        base = BaseEmbarquee.demarrerPourEssais(DOSSIER_BASE);
        Set<Long> manquent = ecritures.perdues(base);
        LOG.info("Campagne : {} écritures nues accusées, {} perdues ; {}", accusees, manquent.size(), reprise());
        ecrituresPerdues = Math.max(ecrituresPerdues, manquent.size());
        if (!manquent.isEmpty()) {
            garderLaPreuve();
        }
    }

    /** From where to where the server read its log when it came back. */
    private static String reprise() throws IOException {
        List<String> dites = Files.readAllLines(DOSSIER_BASE.resolve("mariadb.log")).stream()
                .filter(l -> l.contains("from checkpoint LSN=") || l.contains("End of log at LSN="))
                .map(l -> l.replaceAll(".*InnoDB: ", ""))
                .toList();
        return String.join(", ", dites.subList(Math.max(0, dites.size() - 2), dites.size()));
    }

    /** What the dead server had left, before any recovery changed it: alone it tells what was written from what was read back. */
    private static void garderLaPreuve() throws IOException {
        if (Files.isDirectory(TUEE)) {
            Files.move(TUEE, TUEE.resolveSibling(TUEE.getFileName() + "-" + System.currentTimeMillis()));
        }
    }

    /** After each fault, so that a loss is told with the fault that made it. */
    private void chercherLesPertes(Genre genre, Guichets guichets) throws IOException {
        Set<String> manquent = new HashSet<>(guichets.acquittees());
        manquent.removeAll(faites());
        manquent.removeAll(perdues);
        if (manquent.isEmpty()) {
            return;
        }
        perdues.addAll(manquent);
        comptes.get(genre).perdues += manquent.size();
        String perte = "%s à %s : %d étapes accusées et perdues, %s ; %s"
                .formatted(
                        genre.mots,
                        coup,
                        manquent.size(),
                        manquent.stream()
                                .map(id -> id + " accusée à " + guichets.accuseeLe(id))
                                .sorted()
                                .toList(),
                        reprise());
        LOG.error("Campagne : {}", perte);
        pertes.add(perte);
        if (genre == Genre.BASE_TUEE) {
            garderLaPreuve();
        }
    }

    @Override
    void constaterEnPlus() {
        assertThat(pertes).isEmpty();
        assertThat(ecrituresPerdues).as("écritures nues perdues par la base").isZero();
    }

    private static long pid() throws IOException {
        return Long.parseLong(
                Files.readString(DOSSIER_BASE.resolve("mariadb.pid")).strip());
    }

    private static void signal(String nom) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + nom, Long.toString(pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private void noter(Genre genre, int accusees, long duree) {
        Compte compte = comptes.computeIfAbsent(genre, g -> new Compte());
        compte.fois++;
        compte.accusees += accusees;
        compte.retourMaxMs = Math.max(compte.retourMaxMs, TimeUnit.NANOSECONDS.toMillis(duree));
        LOG.info("Campagne : {}, {} étapes accusées", genre.mots, accusees);
    }

    private void ecrire(Guichets guichets) throws IOException, InterruptedException {
        StringBuilder texte = new StringBuilder("""
                | Panne | Fois | Étapes accusées pendant et après | Dont perdues | Plus long retour au travail |
                | --- | --- | --- | --- | --- |
                """);
        comptes.forEach((genre, compte) -> texte.append("| ")
                .append(genre.mots)
                .append(" | ")
                .append(compte.fois)
                .append(" | ")
                .append(compte.accusees)
                .append(" | ")
                .append(compte.perdues)
                .append(" | ")
                .append(
                        genre == Genre.NOEUDS_TUES
                                ? "–"
                                : compte.retourMaxMs / 1000 + "," + compte.retourMaxMs % 1000 / 100 + " s")
                .append(" |\n"));
        texte.append("\nÉtapes accusées en tout : ")
                .append(guichets.acquittees().size())
                .append(" ; restées sans réponse : ")
                .append(guichets.sansReponse().size())
                .append(".\nÉcritures nues (sans Jalon) accusées avant les arrêts de la base : ")
                .append(ecritures.accusees())
                .append(" ; perdues : ")
                .append(ecrituresPerdues)
                .append(".\n");
        pertes.forEach(p -> texte.append("\nPerte : ").append(p).append('\n'));
        Files.writeString(TABLEAU, texte);
    }
}
