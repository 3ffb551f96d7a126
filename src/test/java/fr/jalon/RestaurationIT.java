package fr.jalon;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.agent.Agent;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Pieces;
import fr.jalon.essais.BaseDEssai;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.EtatDeLaBase;
import fr.jalon.essais.FichiersInventes;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.Monde;
import fr.jalon.journal.CommandeJournal;
import fr.jalon.journal.Journal;
import fr.jalon.piece.FichierVue;
import fr.jalon.piece.Fichiers;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The backup script, then the restore script on another schema and other folders: the same rows, the same files, a whole audit. */
class RestaurationIT {

    private static final Path CLIENTS = BaseDEssai.dossier().resolve("base/bin");
    private static final String CLE = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    @TempDir
    private Path dossier;

    private record Sortie(int code, String texte) {}

    @Test
    void une_sauvegarde_restauree_ailleurs_est_la_meme_instance() throws Exception {
        String schema = BaseDEssai.nouveauSchema();
        Path avant = dossier.resolve("avant");
        byte[] piece = FichiersInventes.png(41, 7);
        FichierVue recu;
        Map<String, Long> sommes;
        try (ConfigurableApplicationContext jalon = jalon(schema, avant)) {
            Monde monde = jalon.getBean(Monde.class);
            Agent agent = monde.instructeur();
            DossierVue demande = monde.demande();
            monde.travailler();
            String type = jalon.getBean(Pieces.class).liste(demande.id()).get(0).type();
            recu = jalon.getBean(Fichiers.class).recevoir(demande.id(), type, "é.png", piece, "GUICHET", agent);
            attendreQueToutSoitScelle(jalon.getBean(JdbcTemplate.class), avant.resolve("tetes"));
            Files.writeString(
                    Files.createDirectories(avant.resolve("echanges/CAF")).resolve("a-remettre.txt"), "à lire");
            sommes = EtatDeLaBase.sommes(jalon.getBean(JdbcTemplate.class));
        }
        Path sauvegardes = dossier.resolve("sauvegardes");
        Sortie sauvegarde = lancer(schema, avant, "bin/sauvegarder", sauvegardes.toString());
        assertThat(sauvegarde.code()).as(sauvegarde.texte()).isZero();
        Path faite = seule(sauvegardes);
        assertThat(faite).isDirectoryNotContaining("glob:**cle*");

        String autre = BaseDEssai.nouveauSchema();
        Path apres = dossier.resolve("apres");
        Sortie restauration = lancer(autre, apres, "bin/restaurer", faite.toString());
        assertThat(restauration.code()).as(restauration.texte()).isZero();
        assertThat(restauration.texte()).contains("1 fichiers reçus dont 0 manquants");

        assertThat(EtatDeLaBase.sommes(new JdbcTemplate(new DriverManagerDataSource(
                        BaseDEssai.base().url(autre),
                        BaseDEssai.base().utilisateur(),
                        BaseDEssai.base().motDePasse()))))
                .isEqualTo(sommes);
        assertThat(apres.resolve("echanges/CAF/a-remettre.txt"))
                .as("ce que le destinataire n'a pas encore pris")
                .hasContent("à lire");
        // As bin/restaurer asks: before Jalon opens, with the heads that the backup brought
        verifierLeJournal(autre, apres);
        try (ConfigurableApplicationContext jalon = jalon(autre, apres)) {
            Agent agent = jalon.getBean(Monde.class).instructeur();
            assertThat(jalon.getBean(Fichiers.class).ouvrir(recu.id(), agent).octets())
                    .isEqualTo(piece);
            attendreQueToutSoitScelle(jalon.getBean(JdbcTemplate.class), apres.resolve("tetes"));
        }
        verifierLeJournal(autre, apres);

        Sortie deuxFois = lancer(autre, apres, "bin/restaurer", faite.toString());
        assertThat(deuxFois.code()).isEqualTo(2);
        assertThat(deuxFois.texte()).contains("n'est pas vide");
    }

    @Test
    void une_sauvegarde_abimee_n_est_pas_restauree() throws Exception {
        String schema = BaseDEssai.nouveauSchema();
        try (ConfigurableApplicationContext jalon = jalon(schema, dossier.resolve("avant"))) {
            assertThat(jalon.isActive()).isTrue();
        }
        Path sauvegardes = dossier.resolve("sauvegardes");
        assertThat(lancer(schema, dossier.resolve("avant"), "bin/sauvegarder", sauvegardes.toString())
                        .code())
                .isZero();
        Path base = seule(sauvegardes).resolve("base.sql.gz");
        byte[] octets = Files.readAllBytes(base);
        octets[octets.length / 2] ^= 1;
        Files.write(base, octets);

        Sortie refus = lancer(
                BaseDEssai.nouveauSchema(),
                dossier.resolve("apres"),
                "bin/restaurer",
                seule(sauvegardes).toString());
        assertThat(refus.code()).isEqualTo(2);
        assertThat(refus.texte()).contains("abîmée");
    }

    /** The heads that are kept between the dump and the archives know entries that the dump does not have. */
    @Test
    void une_sauvegarde_faite_pendant_le_travail_se_restaure_avec_un_journal_intact() throws Exception {
        String schema = BaseDEssai.nouveauSchema();
        Path avant = dossier.resolve("avant");
        Path sauvegardes = dossier.resolve("sauvegardes");
        AtomicBoolean travaille = new AtomicBoolean(true);
        try (ConfigurableApplicationContext jalon = jalon(schema, avant)) {
            Journal journal = jalon.getBean(Journal.class);
            Thread travail = new Thread(() -> {
                for (int i = 0; travaille.get(); i++) {
                    journal.noter("GENERALE", "essai", "ESSAI", "objet-" + i, "Pendant la sauvegarde.");
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
                }
            });
            travail.start();
            try {
                attendreDesTetes(avant.resolve("tetes"));
                Sortie sauvegarde =
                        lancer(Map.of("PATH", outils("""
                                vrai "$@" || exit $?
                                avant="$(ls "$JALON_TETES" | tail -n 1)"
                                # Two more: the first may tell of what the dump has
                                for tour in 1 2; do
                                  until [ "$(ls "$JALON_TETES" | tail -n 1)" != "$avant" ]; do sleep 0.1; done
                                  avant="$(ls "$JALON_TETES" | tail -n 1)"
                                done
                                """)), schema, avant, "bin/sauvegarder", sauvegardes.toString());
                assertThat(sauvegarde.code()).as(sauvegarde.texte()).isZero();
            } finally {
                travaille.set(false);
                travail.join();
            }
        }
        String autre = BaseDEssai.nouveauSchema();
        Path apres = dossier.resolve("apres");
        Sortie restauration =
                lancer(autre, apres, "bin/restaurer", seule(sauvegardes).toString());
        assertThat(restauration.code()).as(restauration.texte()).isZero();
        assertThat(restauration.texte()).contains("plus jeunes que la base sauvegardée");
        assertThat(apres.resolve("tetes/apres-la-sauvegarde")).isNotEmptyDirectory();
        verifierLeJournal(autre, apres, CommandeJournal.INTACT, CommandeJournal.EN_ATTENTE);
    }

    @Test
    void une_nuit_qui_echoue_est_dite_et_ne_laisse_rien_qui_ait_le_nom_d_une_sauvegarde() throws Exception {
        String schema = BaseDEssai.nouveauSchema();
        Path avant = dossier.resolve("avant");
        try (ConfigurableApplicationContext jalon = jalon(schema, avant)) {
            assertThat(jalon.isActive()).isTrue();
        }
        Files.createDirectories(avant);
        Path sauvegardes = dossier.resolve("sauvegardes");
        // Not around midnight, whenever this test runs
        ZoneId zone = ZoneId.of(LocalTime.now(ZoneOffset.UTC).getHour() == 23 ? "Etc/GMT+6" : "Etc/UTC");
        ProcessBuilder outil = outil(
                Map.of(
                        "TZ",
                        zone.getId(),
                        "JALON_SAUVEGARDE_HEURE",
                        LocalTime.now(zone)
                                .plusSeconds(20)
                                .truncatedTo(ChronoUnit.SECONDS)
                                .format(DateTimeFormatter.ISO_LOCAL_TIME),
                        "PATH",
                        outils("""
                                if [ -e "$JALON_FICHIERS.deja" ]; then
                                  echo 'CREATE TABLE personne (id int);'
                                  echo 'Lost connection to server during query' >&2
                                  exit 3
                                fi
                                touch "$JALON_FICHIERS.deja"
                                vrai "$@"
                                """)),
                schema,
                avant,
                "bin/sauvegarder",
                sauvegardes.toString(),
                "--toujours");
        Process processus = outil.start();
        StringBuilder texte = new StringBuilder();
        Thread lecteur = new Thread(() -> {
            try (BufferedReader lignes = processus.inputReader(StandardCharsets.UTF_8)) {
                lignes.lines().forEach(ligne -> {
                    synchronized (texte) {
                        texte.append(ligne).append('\n');
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        lecteur.start();
        try {
            long fin = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
            while (!lu(texte).contains("LA SAUVEGARDE A ÉCHOUÉ")) {
                assertThat(System.nanoTime()).as(lu(texte)).isLessThan(fin);
                assertThat(lu(texte).split("Sauvegarde faite", -1))
                        .as(lu(texte))
                        .hasSizeLessThan(3);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        } finally {
            processus.descendants().forEach(ProcessHandle::destroy);
            processus.destroy();
            lecteur.join();
        }
        assertThat(lu(texte)).containsOnlyOnce("Sauvegarde faite");
        try (Stream<Path> toutes = Files.list(sauvegardes)) {
            assertThat(toutes.filter(d -> !d.getFileName().toString().startsWith(".")))
                    .hasSize(1);
        }
    }

    private static String lu(StringBuilder texte) {
        synchronized (texte) {
            return texte.toString();
        }
    }

    /** The tool says that all went well and stopped in the middle all the same: a disk that filled up, a pipe that broke. */
    @Test
    void une_base_lue_a_moitie_n_est_pas_une_sauvegarde() throws Exception {
        String schema = BaseDEssai.nouveauSchema();
        Path sauvegardes = dossier.resolve("sauvegardes");
        Sortie sortie = lancer(
                Map.of("PATH", outils("echo 'CREATE TABLE personne (id int);'\n")),
                schema,
                dossier.resolve("avant"),
                "bin/sauvegarder",
                sauvegardes.toString());
        assertThat(sortie.code()).isNotZero();
        assertThat(sortie.texte()).contains("n'a pas été lue jusqu'au bout").doesNotContain("Sauvegarde faite");
        try (Stream<Path> toutes = Files.list(sauvegardes)) {
            assertThat(toutes).allMatch(d -> d.getFileName().toString().startsWith(".en-cours-"));
        }
    }

    @Test
    void une_restauration_a_laquelle_il_manque_une_table_n_est_pas_dite_faite() throws Exception {
        Path fausse = Files.createDirectories(dossier.resolve("fausse"));
        Sortie faite = lancer("", dossier, "bash", "-ec", """
                cd '%s'
                echo 'CREATE TABLE personne (id int); CREATE TABLE journal_scelle (numero bigint);' | gzip > base.sql.gz
                mkdir vide
                for archive in fichiers scelles; do tar --create --gzip --file $archive.tar.gz --directory vide .; done
                sha256sum ./*.gz > SOMMES
                """.formatted(fausse));
        assertThat(faite.code()).as(faite.texte()).isZero();
        Sortie refus = lancer(BaseDEssai.nouveauSchema(), dossier.resolve("apres"), "bin/restaurer", fausse.toString());
        assertThat(refus.code()).as(refus.texte()).isEqualTo(2);
        assertThat(refus.texte()).doesNotContain("Restauré :");
    }

    private static ConfigurableApplicationContext jalon(String schema, Path dossier) {
        return new SpringApplicationBuilder(JalonApplication.class, EssaiConfiguration.class)
                .profiles("essai")
                .run(reglages(schema, dossier).toArray(String[]::new));
    }

    private static List<String> reglages(String schema, Path dossier) {
        return List.of(
                "--server.port=0",
                // The command that verifies lives at the true hour, and would find heads of a clock set back.
                HorlogeReglable.aLHeureVraie(),
                "--spring.datasource.url=" + BaseDEssai.base().url(schema),
                "--spring.datasource.username=" + BaseDEssai.base().utilisateur(),
                "--spring.datasource.password=" + BaseDEssai.base().motDePasse(),
                "--jalon.cle-maitresse=" + CLE,
                "--jalon.journal.periode=PT0.2S",
                "--jalon.journal.tetes=* * * * * *",
                "--jalon.fichiers=" + dossier.resolve("fichiers"),
                "--jalon.echanges=" + dossier.resolve("echanges"),
                "--jalon.tetes=" + dossier.resolve("tetes"),
                "--jalon.scelles=" + dossier.resolve("scelles/journal.txt"));
    }

    /** The command reads beside a stopped Jalon: what was still to seal would wait for the next start. */
    private static void attendreQueToutSoitScelle(JdbcTemplate jdbc, Path tetes) {
        long fin = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
        while (!Files.isDirectory(tetes)
                || jdbc.queryForObject("select count(*) from journal_entree where seq is null", Long.class) > 0) {
            assertThat(System.nanoTime()).as("toujours pas scellé").isLessThan(fin);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private static void attendreDesTetes(Path tetes) {
        long fin = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
        while (!Files.isDirectory(tetes)) {
            assertThat(System.nanoTime()).as("toujours pas de têtes").isLessThan(fin);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private static void verifierLeJournal(String schema, Path dossier) {
        verifierLeJournal(schema, dossier, CommandeJournal.INTACT);
    }

    private static void verifierLeJournal(String schema, Path dossier, Integer... codes) {
        ByteArrayOutputStream sortie = new ByteArrayOutputStream();
        PrintStream ecran = new PrintStream(sortie, true, StandardCharsets.UTF_8);
        assertThat(CommandeJournal.executer(
                        ecran, ecran, reglages(schema, dossier).toArray(String[]::new)))
                .as(sortie.toString(StandardCharsets.UTF_8))
                .isIn((Object[]) codes);
    }

    private static Path seule(Path sauvegardes) throws IOException {
        try (Stream<Path> toutes = Files.list(sauvegardes)) {
            List<Path> faites = toutes.toList();
            assertThat(faites).hasSize(1);
            return faites.get(0);
        }
    }

    /** A folder whose {@code mariadb-dump} does this, with the true one as {@code vrai}, before the other tools. */
    private String outils(String script) throws IOException {
        Path dossierDesOutils = Files.createTempDirectory(dossier, "outils");
        Path outil = dossierDesOutils.resolve("mariadb-dump");
        Files.writeString(
                outil,
                "#!/usr/bin/env bash\nvrai() { '" + CLIENTS.toAbsolutePath().resolve("mariadb-dump") + "' \"$@\"; }\n"
                        + script);
        Files.setPosixFilePermissions(outil, PosixFilePermissions.fromString("rwxr-xr-x"));
        return dossierDesOutils + ":" + CLIENTS.toAbsolutePath() + ":" + System.getenv("PATH");
    }

    private static Sortie lancer(String schema, Path instance, String... commande)
            throws IOException, InterruptedException {
        return lancer(Map.of(), schema, instance, commande);
    }

    private static Sortie lancer(Map<String, String> enPlus, String schema, Path instance, String... commande)
            throws IOException, InterruptedException {
        Process processus = outil(enPlus, schema, instance, commande).start();
        String texte = new String(processus.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(processus.waitFor(Duration.ofMinutes(3).toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        return new Sortie(processus.exitValue(), texte);
    }

    private static ProcessBuilder outil(Map<String, String> enPlus, String schema, Path instance, String... commande) {
        ProcessBuilder outil = new ProcessBuilder(commande).redirectErrorStream(true);
        Map<String, String> milieu = outil.environment();
        milieu.put("PATH", CLIENTS.toAbsolutePath() + ":" + milieu.get("PATH"));
        milieu.put(
                "LD_LIBRARY_PATH",
                CLIENTS.resolveSibling("libs").toAbsolutePath().toString());
        milieu.put("JALON_BD_HOTE", "127.0.0.1");
        milieu.put("JALON_BD_PORT", Integer.toString(BaseDEssai.base().port()));
        milieu.put("JALON_BD_NOM", schema);
        milieu.put("JALON_BD_UTILISATEUR", BaseDEssai.base().utilisateur());
        milieu.put("JALON_BD_MOT_DE_PASSE", BaseDEssai.base().motDePasse());
        milieu.put("JALON_FICHIERS", instance.resolve("fichiers").toString());
        milieu.put("JALON_TETES", instance.resolve("tetes").toString());
        milieu.put("JALON_ECHANGES", instance.resolve("echanges").toString());
        milieu.put("JALON_SCELLES", instance.resolve("scelles/journal.txt").toString());
        milieu.putAll(enPlus);
        return outil;
    }
}
