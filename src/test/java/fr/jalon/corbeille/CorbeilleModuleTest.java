package fr.jalon.corbeille;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Comptes;
import fr.jalon.agent.Role;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Reprise;
import fr.jalon.dispositif.TacheEvenement;
import fr.jalon.dispositif.TacheEvenement.Nature;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierConsulte;
import fr.jalon.dossier.DossierModifie;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EtatDossier;
import fr.jalon.dossier.HorlogeLegale;
import fr.jalon.dossier.PieceRecue;
import fr.jalon.usager.PersonneModifiee;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;

/** The module alone, through the bus: the facts that others publish make the queue's rows. */
class CorbeilleModuleTest {

    private static final Instant MAINTENANT = Instant.parse("2026-06-01T07:00:00Z");
    private static final UUID DOSSIER = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final UUID PERSONNE = UUID.fromString("00000000-0000-0000-0000-000000000002");
    private static final Agent AGENT = new Agent(
            UUID.randomUUID(), "zoe.essai", "Zoé", "Essai", "Instructrice", "KLEBER", Set.of(Role.INSTRUCTEUR));

    private AnnotationConfigApplicationContext bus;
    private JdbcTemplate jdbc;
    private final Dossiers dossiers = mock(Dossiers.class);
    private final Personnes personnes = mock(Personnes.class);
    private final Comptes agents = mock(Comptes.class);

    @BeforeEach
    void demarrer() throws IOException {
        DataSource base = new EmbeddedDatabaseBuilder()
                .setType(EmbeddedDatabaseType.H2)
                .setName("corbeille-" + UUID.randomUUID() + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE")
                .build();
        jdbc = new JdbcTemplate(base);
        for (String migration : List.of("V060__corbeille", "V065__corbeille_comptes")) {
            creer(migration);
        }
        when(dossiers.parId(DOSSIER)).thenReturn(dossier(false));
        when(personnes.parId(PERSONNE)).thenReturn(personne("Inventée"));
        when(agents.parIdentifiant(any())).thenReturn(Optional.of(AGENT));
        when(agents.nom(any())).thenReturn(AGENT.nomComplet());
        bus = new AnnotationConfigApplicationContext();
        bus.registerBean(JdbcTemplate.class, () -> jdbc);
        bus.registerBean(Dossiers.class, () -> dossiers);
        bus.registerBean(Personnes.class, () -> personnes);
        bus.registerBean(Comptes.class, () -> agents);
        bus.registerBean(Horloge.class, () -> new Horloge(Clock.fixed(MAINTENANT, ZoneOffset.UTC)));
        bus.registerBean(Reprise.class, () -> new Reprise(new DataSourceTransactionManager(base)));
        bus.register(ComptesCorbeille.class, ProjectionCorbeille.class);
        bus.refresh();
    }

    @AfterEach
    void arreter() {
        bus.close();
        jdbc.execute("shutdown");
    }

    @Test
    void une_tache_creee_est_a_prendre_avec_tout_ce_que_l_ecran_montre() {
        publier(Nature.CREEE, "t1", null, "");
        assertThat(ligne("t1"))
                .containsEntry("onglet", "P")
                .containsEntry("numero", "RSA-2026-000001")
                .containsEntry("usager", "Inventée Zoé")
                .containsEntry("antenne", "KLEBER")
                .containsEntry("groupe", "INSTRUCTEUR")
                .containsEntry("rang", 1)
                .containsEntry("recherche", "rsa 2026 000001 inventee zoe");
        assertThat(comptes()).isEqualTo(Map.of("P", 1L));
    }

    @Test
    void une_tache_prise_passe_a_moi_puis_rendue_revient() {
        publier(Nature.CREEE, "t1", null, "");
        publier(Nature.ASSIGNEE, "t1", "zoe.essai", "");
        assertThat(ligne("t1")).containsEntry("onglet", "M").containsEntry("assigne_nom", "Zoé Essai");
        publier(Nature.ASSIGNEE, "t1", null, "");
        assertThat(ligne("t1")).containsEntry("onglet", "P").containsEntry("assigne", null);
        assertThat(comptes()).isEqualTo(Map.of("P", 1L, "M", 0L));
    }

    @Test
    void une_tache_qui_attend_un_tiers_reste_en_attente_meme_prise() {
        publier(Nature.CREEE, "t1", null, "caf");
        publier(Nature.ASSIGNEE, "t1", "zoe.essai", "caf");
        assertThat(ligne("t1")).containsEntry("onglet", "T").containsEntry("attente", "caf");
    }

    @Test
    void une_tache_achevee_est_terminee_et_sa_suppression_par_le_moteur_n_y_change_rien() {
        publier(Nature.CREEE, "t1", null, "");
        publier(Nature.ASSIGNEE, "t1", "zoe.essai", "");
        publier(Nature.ACHEVEE, "t1", "zoe.essai", "");
        publier(Nature.SUPPRIMEE, "t1", "zoe.essai", "");
        assertThat(ligne("t1")).containsEntry("onglet", "F").containsEntry("terminee_par", "zoe.essai");
        assertThat(comptes()).isEqualTo(Map.of("P", 0L, "M", 0L, "F", 1L));
    }

    @Test
    void une_tache_abandonnee_disparait() {
        publier(Nature.CREEE, "t1", null, "");
        publier(Nature.SUPPRIMEE, "t1", null, "");
        assertThat(jdbc.queryForObject("select count(*) from corbeille_tache", Integer.class))
                .isZero();
        assertThat(comptes()).isEqualTo(Map.of("P", 0L));
    }

    @Test
    void l_urgence_une_piece_recue_et_un_nouveau_nom_se_voient_sur_la_ligne() {
        publier(Nature.CREEE, "t1", null, "");
        when(dossiers.parId(DOSSIER)).thenReturn(dossier(true));
        when(personnes.parId(PERSONNE)).thenReturn(personne("Été-Nouvelle"));
        bus.publishEvent(new DossierModifie(DOSSIER));
        bus.publishEvent(new PieceRecue(DOSSIER, "PIECE_IDENTITE", AGENT));
        bus.publishEvent(new PersonneModifiee(PERSONNE, "KLEBER", List.of("nom"), AGENT));
        assertThat(ligne("t1"))
                .containsEntry("rang", 0)
                .containsEntry("piece_nouvelle", true)
                .containsEntry("usager", "Été-Nouvelle Zoé")
                .containsEntry("recherche", "rsa 2026 000001 ete nouvelle zoe");
    }

    @Test
    void une_piece_n_est_plus_nouvelle_quand_celui_qui_la_verifie_a_ouvert_le_dossier() {
        publier(Nature.CREEE, "t1", null, "");
        bus.publishEvent(new PieceRecue(DOSSIER, "PIECE_IDENTITE", AGENT));
        Agent guichet =
                new Agent(UUID.randomUUID(), "lou.guichet", "Lou", "Essai", "Accueil", "KLEBER", Set.of(Role.ACCUEIL));
        bus.publishEvent(new DossierConsulte(DOSSIER, "RSA-2026-000001", "KLEBER", guichet, "dossier"));
        assertThat(ligne("t1")).containsEntry("piece_nouvelle", true);
        bus.publishEvent(new DossierConsulte(DOSSIER, "RSA-2026-000001", "KLEBER", AGENT, "dossier"));
        assertThat(ligne("t1")).containsEntry("piece_nouvelle", false);
    }

    private void publier(Nature nature, String tache, String assigne, String attente) {
        bus.publishEvent(new TacheEvenement(
                nature,
                tache,
                DOSSIER,
                "instruction-rsa",
                "UserTask_VerifierPieces",
                "Vérifier les pièces",
                "INSTRUCTEUR",
                attente,
                assigne,
                MAINTENANT,
                LocalDate.of(2026, 6, 8),
                LocalDate.of(2026, 6, 15)));
    }

    private Map<String, Object> ligne(String tache) {
        return jdbc.queryForMap("select * from corbeille_tache where tache_id = ?", tache);
    }

    private Map<String, Long> comptes() {
        Map<String, Long> comptes = new HashMap<>();
        jdbc.query(
                "select onglet, sum(nombre) from (select onglet, nombre from corbeille_compte union all"
                        + " select onglet, nombre from corbeille_mouvement) tout group by onglet",
                rs -> {
                    comptes.put(rs.getString(1), rs.getLong(2));
                });
        return comptes;
    }

    private void creer(String migration) throws IOException {
        String sql =
                new ClassPathResource("db/migration/" + migration + ".sql").getContentAsString(StandardCharsets.UTF_8);
        for (String ordre : sql.replaceAll("(?m)^--.*$", "").split(";")) {
            if (!ordre.isBlank()) {
                jdbc.execute(ordre);
            }
        }
    }

    private static DossierVue dossier(boolean urgent) {
        return new DossierVue(
                DOSSIER,
                "RSA-2026-000001",
                "RSA",
                PERSONNE,
                "KLEBER",
                Canal.GUICHET,
                EtatDossier.EN_INSTRUCTION,
                null,
                null,
                urgent,
                null,
                LocalDate.of(2026, 6, 1),
                null,
                HorlogeLegale.de(null, null),
                null,
                false,
                MAINTENANT,
                "zoe.essai",
                null,
                0);
    }

    private static PersonneVue personne(String nom) {
        return new PersonneVue(
                PERSONNE,
                "MME",
                nom,
                "Zoé",
                LocalDate.of(1986, 3, 14),
                "1 allée Imaginaire",
                "Q1",
                "KLEBER",
                null,
                null,
                "fr",
                null,
                null,
                0);
    }
}
