package fr.jalon.panne;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.jalon.JalonApplication;
import fr.jalon.agent.Agent;
import fr.jalon.agent.Authentification;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.EtatPiece;
import fr.jalon.dossier.PieceVue;
import fr.jalon.dossier.Pieces;
import fr.jalon.essais.BaseDEssai;
import fr.jalon.essais.ClientApi;
import fr.jalon.essais.ClientApi.Reponse;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.FichiersInventes;
import fr.jalon.essais.Francais;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.Monde;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The disk of the received files fills: a clean refusal, nothing half written, and work as before once there is room. */
class DisquePleinIT {

    private static final String CLE = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    @TempDir
    private Path dossier;

    /** A disk of its own for one process, which a machine may forbid: then the test says so by not running. */
    @BeforeAll
    static void unDisqueASoi() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/unshare")), "unshare est absent");
        Process essai =
                new ProcessBuilder("unshare", "-rm", "sh", "-c", "mount -t tmpfs -o size=64k essai /mnt").start();
        assumeTrue(
                essai.waitFor(10, TimeUnit.SECONDS) && essai.exitValue() == 0,
                "la machine n'accorde pas de disque à un processus");
    }

    @Test
    void un_fichier_qui_ne_tient_plus_est_refuse_sans_rien_laisser_puis_recu_une_fois_la_place_faite()
            throws IOException {
        String schema = BaseDEssai.nouveauSchema();
        List<String> reglages = Noeud.reglages(schema, dossier, CLE);
        try (ConfigurableApplicationContext temoin = new SpringApplicationBuilder(
                        JalonApplication.class, EssaiConfiguration.class)
                .profiles("essai")
                .run(Stream.concat(
                                reglages.stream().filter(r -> !r.contains(".periode=")),
                                Stream.of(HorlogeReglable.aLHeureVraie()))
                        .toArray(String[]::new))) {
            Monde monde = temoin.getBean(Monde.class);
            Agent agent = monde.instructeur();
            DossierVue demande = monde.demande();
            String jeton = temoin.getBean(Authentification.class).creerJeton(agent, "Disque plein");
            Path fichiers = dossier.resolve("fichiers");
            Files.createDirectories(fichiers);
            Noeud noeud = Noeud.lancer(
                    List.of(
                            "unshare",
                            "-rm",
                            "sh",
                            "-c",
                            "mount -t tmpfs -o size=3m disque \"$0\" && head -c 2300000 /dev/zero > \"$0\"/reste &&"
                                    + " exec \"$@\"",
                            fichiers.toString()),
                    reglages);
            try {
                ClientApi client = ClientApi.anonyme(noeud.port()).jeton(jeton);
                remplir(temoin, client, demande, Path.of("/proc/" + noeud.pid() + "/root" + fichiers));
            } finally {
                noeud.tuer();
            }
        }
    }

    private static void remplir(
            ConfigurableApplicationContext temoin, ClientApi client, DossierVue demande, Path disque)
            throws IOException {
        JdbcTemplate jdbc = temoin.getBean(JdbcTemplate.class);
        List<PieceVue> pieces = temoin.getBean(Pieces.class).liste(demande.id());
        String chemin = "/api/v1/dossiers/" + demande.numero() + "/pieces";
        byte[] photo = FichiersInventes.bruit(420, 420);
        assertThat(photo.length).isBetween(450_000, 700_000);
        Reponse premiere = client.deposer(chemin, pieces.get(0).type(), "une.png", photo);
        assertThat(premiere.statut()).as(premiere.texte()).isEqualTo(201);
        int dejaRecus = lignes(jdbc);

        String autre = pieces.get(1).type();
        Reponse refus = client.deposer(chemin, autre, "deux.png", photo);
        Francais.verifierRefus(refus, 507);
        assertThat(refus.json().path("detail").asString()).contains("plein");
        assertThat(lignes(jdbc)).isEqualTo(dejaRecus);
        assertThat(fichiers(disque))
                .as("rien n'est laissé à moitié")
                .hasSize(dejaRecus + 1)
                .noneMatch(f -> f.endsWith(".partiel"));
        assertThat(etat(temoin, demande.id(), autre)).isEqualTo(EtatPiece.ATTENDUE);
        assertThat(client.get("/api/v1/dossiers/" + demande.numero()).statut())
                .as("le reste du travail continue")
                .isEqualTo(200);

        Files.delete(disque.resolve("reste"));
        Reponse ensuite = client.deposer(chemin, autre, "deux.png", photo);
        assertThat(ensuite.statut()).as(ensuite.texte()).isEqualTo(201);
        assertThat(etat(temoin, demande.id(), autre)).isEqualTo(EtatPiece.RECUE);
        assertThat(lignes(jdbc)).isEqualTo(dejaRecus + 1);
    }

    private static int lignes(JdbcTemplate jdbc) {
        Integer nombre = jdbc.queryForObject("select count(*) from fichier_recu", Integer.class);
        return nombre == null ? 0 : nombre;
    }

    private static EtatPiece etat(ConfigurableApplicationContext temoin, UUID dossierId, String type) {
        return temoin.getBean(Pieces.class).liste(dossierId).stream()
                .filter(p -> p.type().equals(type))
                .findFirst()
                .orElseThrow()
                .etat();
    }

    private static List<String> fichiers(Path disque) throws IOException {
        try (Stream<Path> tous = Files.walk(disque)) {
            return tous.filter(Files::isRegularFile).map(Path::toString).toList();
        }
    }
}
