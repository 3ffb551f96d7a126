package fr.jalon;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Pieces;
import fr.jalon.essais.BaseDEssai;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.EtatDeLaBase;
import fr.jalon.essais.FichiersInventes;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.Monde;
import fr.jalon.journal.CommandeJournal;
import fr.jalon.piece.FichierVue;
import fr.jalon.piece.Fichiers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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

    private static final Path CLIENTS = Path.of("target/mariadb-essai/base/bin");
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

    private static ConfigurableApplicationContext jalon(String schema, Path dossier) {
        ConfigurableApplicationContext jalon = new SpringApplicationBuilder(
                        JalonApplication.class, EssaiConfiguration.class)
                .profiles("essai")
                .run(reglages(schema, dossier).toArray(String[]::new));
        // The command that verifies lives at the true hour, and would find this clock set back.
        jalon.getBean(HorlogeReglable.class).regler(new Horloge(Clock.systemUTC()).heureDeParis());
        return jalon;
    }

    private static List<String> reglages(String schema, Path dossier) {
        return List.of(
                "--server.port=0",
                "--spring.datasource.url=" + BaseDEssai.base().url(schema),
                "--spring.datasource.username=" + BaseDEssai.base().utilisateur(),
                "--spring.datasource.password=" + BaseDEssai.base().motDePasse(),
                "--jalon.cle-maitresse=" + CLE,
                "--jalon.journal.periode=PT0.2S",
                "--jalon.journal.tetes=* * * * * *",
                "--jalon.fichiers=" + dossier.resolve("fichiers"),
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

    private static void verifierLeJournal(String schema, Path dossier) {
        ByteArrayOutputStream sortie = new ByteArrayOutputStream();
        PrintStream ecran = new PrintStream(sortie, true, StandardCharsets.UTF_8);
        assertThat(CommandeJournal.executer(
                        ecran, ecran, reglages(schema, dossier).toArray(String[]::new)))
                .as(sortie.toString(StandardCharsets.UTF_8))
                .isEqualTo(CommandeJournal.INTACT);
    }

    private static Path seule(Path sauvegardes) throws IOException {
        try (Stream<Path> toutes = Files.list(sauvegardes)) {
            List<Path> faites = toutes.toList();
            assertThat(faites).hasSize(1);
            return faites.get(0);
        }
    }

    private static Sortie lancer(String schema, Path instance, String... commande)
            throws IOException, InterruptedException {
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
        milieu.put("JALON_SCELLES", instance.resolve("scelles/journal.txt").toString());
        Process processus = outil.start();
        String texte = new String(processus.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(processus.waitFor(Duration.ofMinutes(3).toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        return new Sortie(processus.exitValue(), texte);
    }
}
