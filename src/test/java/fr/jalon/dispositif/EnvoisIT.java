package fr.jalon.dispositif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.dispositif.EnvoisEnEchec.EnvoiEnEchec;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.essais.Navigation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;

/** What must leave the house leaves it, however long its folder was closed. */
@JalonIT
class EnvoisIT {

    private static final String DESTINATAIRE = "ESSAI";

    @TempDir
    private Path racine;

    @Autowired
    private Monde monde;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Envois envois;

    @Autowired
    private EnvoisEnEchec echecs;

    @Autowired
    private Anomalies anomalies;

    @Autowired
    private Horloge horloge;

    @Autowired
    private HorlogeReglable montre;

    @Value("${jalon.envois.delais}")
    private List<Duration> delais;

    private RelaisDesEnvois relais;
    private DossierVue dossier;
    private String fichier;
    private Agent admin;

    @BeforeEach
    void preparer() {
        montre.regler(EssaiConfiguration.DEPART);
        relais = new RelaisDesEnvois(jdbc, anomalies, horloge, racine, delais);
        admin = monde.agent("admin.envois", Role.ADMIN, null);
        dossier = monde.demande();
        fichier = "essai-" + UUID.randomUUID() + ".txt";
        deposer(fichier);
    }

    /** What this test could not hand over is nobody's incident. */
    @AfterEach
    void oublier() {
        jdbc.update("delete from envoi where destinataire = ?", DESTINATAIRE);
        jdbc.update("delete from anomalie where source = 'envois'");
    }

    @Test
    void un_dossier_ferme_plus_d_une_semaine_finit_par_recevoir() throws IOException {
        fermer();
        relais.relayer();
        assertThat(echec()).hasValueSatisfying(e -> {
            assertThat(e.essais()).isEqualTo(1);
            assertThat(e.numeroDossier()).isEqualTo(dossier.numero());
            assertThat(e.prochainEssai()).isEqualTo(horloge.maintenant().plus(delais.get(0)));
        });
        relais.relayer();
        assertThat(echec().orElseThrow().essais()).as("pas avant son délai").isEqualTo(1);
        for (int essai = 2; essai <= 30; essai++) {
            montre.avancer(delais.get(Math.min(essai - 1, delais.size()) - 1));
            relais.relayer();
            assertThat(echec().orElseThrow().essais()).isEqualTo(essai);
        }
        assertThat(anomalies.ouvertes().stream().filter(a -> a.texte().contains(fichier)))
                .as("dit une fois")
                .hasSize(1);
        ouvrir();
        montre.avancer(delais.get(delais.size() - 1));
        relais.relayer();
        assertThat(echec()).isEmpty();
        assertThat(remis()).hasSize(1).allSatisfy(f -> assertThat(f).hasContent("contenu"));
        assertThat(envois.duDossier(dossier.id()))
                .filteredOn(e -> e.nomFichier().equals(fichier))
                .singleElement()
                .satisfies(e -> assertThat(e.envoyeLe()).isEqualTo(horloge.maintenant()));
        relais.relayer();
        assertThat(remis()).hasSize(1);
    }

    @Test
    void l_administrateur_le_voit_et_l_essaie_aussitot() throws IOException {
        fermer();
        for (int essai = 1; essai <= 6; essai++) {
            relais.relayer();
            montre.avancer(Duration.ofHours(6));
        }
        relais.relayer();
        Navigation navigation = comme(admin);
        assertThat(navigation.get("/administration/incidents").texte())
                .contains(fichier, dossier.numero(), "7 essais sans y parvenir", "Essayer maintenant");
        ouvrir();
        relais.relayer();
        assertThat(remis()).as("pas avant son délai").isEmpty();
        String chemin = "/administration/envois/" + echec().orElseThrow().id() + "/relance";
        UUID id = echec().orElseThrow().id();
        assertThat(navigation.post(chemin, Map.of()).statut()).isEqualTo(302);
        relais.relayer();
        assertThat(remis()).hasSize(1);
        assertThat(navigation.get("/administration/incidents").texte()).doesNotContain("Essayer maintenant");
        assertThat(monde.bean(Dossiers.class).histoire(dossier.id()))
                .anyMatch(e -> e.complet().contains("Remise du fichier " + fichier));
        assertThatThrownBy(() -> echecs.relancer(id, admin)).isInstanceOf(Conflit.class);
        assertThat(navigation.post(chemin, Map.of()).statut())
                .as("deux fois : dit, sans erreur")
                .isEqualTo(302);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ACCUEIL", "INSTRUCTEUR", "ALI", "RESPONSABLE_ANTENNE", "RESPONSABLE_DISPOSITIFS", "PARTENAIRE"})
    void personne_d_autre_ne_relance(Role role) throws IOException {
        fermer();
        relais.relayer();
        EnvoiEnEchec avant = echec().orElseThrow();
        boolean enAntenne = List.of(Role.ACCUEIL, Role.INSTRUCTEUR, Role.ALI, Role.RESPONSABLE_ANTENNE)
                .contains(role);
        Agent agent = monde.agent(
                "envois." + role.name().toLowerCase(java.util.Locale.ROOT), role, enAntenne ? "KLEBER" : null);
        assertThat(comme(agent)
                        .post("/administration/envois/" + avant.id() + "/relance", Map.of())
                        .statut())
                .isEqualTo(403);
        assertThat(echec()).contains(avant);
    }

    @Test
    void ce_qu_une_version_d_avant_avait_abandonne_part() {
        jdbc.update("update envoi set essais = 5, erreur = 'plein' where nom_fichier = ?", fichier);
        relais.relayer();
        assertThat(remis()).hasSize(1);
    }

    @Test
    void un_nom_qui_n_est_pas_celui_d_un_fichier_n_arrete_pas_les_autres() {
        String impossible = "essai\u0000.txt";
        jdbc.update("delete from envoi where destinataire = ?", DESTINATAIRE);
        deposer(impossible);
        deposer(fichier);
        relais.relayer();
        assertThat(remis()).hasSize(1);
        assertThat(echecs.lister()).anyMatch(e -> e.nomFichier().equals(impossible));
    }

    private void deposer(String nom) {
        envois.deposer(
                new Envois.AEnvoyer("essai-" + UUID.randomUUID(), dossier.id(), DESTINATAIRE, "ESSAI", nom, "contenu"));
    }

    /** A file stands where the folder should be. */
    private void fermer() throws IOException {
        Files.writeString(racine.resolve(DESTINATAIRE), "");
    }

    private void ouvrir() throws IOException {
        Files.delete(racine.resolve(DESTINATAIRE));
    }

    private Optional<EnvoiEnEchec> echec() {
        return echecs.lister().stream()
                .filter(e -> e.nomFichier().equals(fichier))
                .findFirst();
    }

    private List<Path> remis() {
        Path boite = racine.resolve(DESTINATAIRE);
        if (!Files.isDirectory(boite)) {
            return List.of();
        }
        try (var fichiers = Files.list(boite)) {
            return fichiers.filter(f -> f.getFileName().toString().endsWith(fichier))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Navigation comme(Agent qui) {
        Navigation navigation = new Navigation(monde);
        navigation.connecter(qui.identifiant(), Monde.MOT_DE_PASSE);
        return navigation;
    }
}
