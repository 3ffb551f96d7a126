package fr.jalon.pilotage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.essais.AChaqueEssai;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Alerts and annotations on a real database: told once, to whom they concern; written by those who direct. */
@JalonIT
@AChaqueEssai
class AlertesIT {

    private static final LocalDate JOUR = EssaiConfiguration.DEPART.toLocalDate();

    @Autowired
    private Monde monde;

    @Autowired
    private HorlogeReglable horloge;

    @Autowired
    private Alertes alertes;

    @Autowired
    private Annotations annotations;

    @Autowired
    private JdbcTemplate jdbc;

    @BeforeEach
    @AfterEach
    void remettre() {
        horloge.regler(EssaiConfiguration.DEPART);
    }

    private Agent qui(Role role, String antenne) {
        return antenne == null
                ? monde.agent("seul." + role.name().toLowerCase(Locale.ROOT), role, null)
                : monde.agent(role, antenne);
    }

    private void ouvrir(int nombre, String antenne, boolean enRetard) {
        for (int i = 0; i < nombre; i++) {
            UUID id = UUID.randomUUID();
            jdbc.update(
                    "insert into pilotage_dossier (dossier_id, numero, dispositif, antenne, ouvert_jour, limite, suspendu,"
                            + " etape, porteur, depuis) values (?, ?, 'RSA', ?, ?, ?, 0, 'A', 'SERVICE', ?)",
                    id,
                    "ESS-" + id.toString().substring(0, 12),
                    antenne,
                    JOUR.minusDays(40),
                    enRetard ? JOUR.minusDays(1) : JOUR.plusDays(90),
                    Timestamp.valueOf(JOUR.minusDays(40).atStartOfDay()));
        }
    }

    private List<String> lues(Agent agent) {
        return alertes.ouvertes(agent).stream()
                .map(a -> a.regle().code() + " " + a.antenne())
                .toList();
    }

    @Test
    void une_alerte_se_leve_une_fois_pour_qui_elle_concerne_et_se_ferme_seule() {
        ouvrir(15, "KLEBER", false);
        ouvrir(10, "KLEBER", true);
        ouvrir(10, "BLOSNE", true);
        assertThat(alertes.regarder()).as("il faut qu'elle tienne").isZero();
        horloge.avancer(Duration.ofDays(2));
        assertThat(alertes.regarder()).isEqualTo(1);
        assertThat(alertes.regarder()).isEqualTo(1);
        String retard = "RETARD_ANTENNE KLEBER";
        for (Agent agent : List.of(
                qui(Role.MANAGER, null),
                qui(Role.RESPONSABLE_DISPOSITIFS, null),
                qui(Role.RESPONSABLE_ANTENNE, "KLEBER"))) {
            assertThat(lues(agent)).containsExactly(retard);
        }
        assertThat(lues(qui(Role.RESPONSABLE_ANTENNE, "BLOSNE"))).isEmpty();
        assertThat(lues(qui(Role.INSTRUCTEUR, "KLEBER"))).isEmpty();
        assertThat(alertes.ouvertes(qui(Role.MANAGER, null)).get(0).mesure()).isNull();
        assertThat(alertes.ouvertes(qui(Role.RESPONSABLE_DISPOSITIFS, null))
                        .get(0)
                        .mesure())
                .isEqualTo(new Grandeur.Mesuree(40, 25));
        jdbc.update("update pilotage_dossier set limite = ?", JOUR.plusDays(90));
        assertThat(alertes.regarder()).isZero();
        assertThat(lues(qui(Role.MANAGER, null))).isEmpty();
        jdbc.update("update pilotage_dossier set limite = ?", JOUR.minusDays(1));
        horloge.avancer(Duration.ofDays(1));
        alertes.regarder();
        assertThat(lues(qui(Role.MANAGER, null)))
                .as("revenue bientôt : la même alerte")
                .contains(retard);
        assertThat(jdbc.queryForObject(
                        "select count(*) from pilotage_alerte where code = 'RETARD_ANTENNE' and antenne = 'KLEBER'",
                        Integer.class))
                .isEqualTo(1);
    }

    @Test
    void une_alerte_dont_la_regle_n_existe_plus_disparait() {
        jdbc.update("insert into pilotage_alerte (code, antenne, vue_le, levee_le, valeur, dossiers)"
                + " values ('ANCIENNE', '*', '2026-01-01', '2026-01-02', 1, 1)");
        alertes.regarder();
        assertThat(jdbc.queryForObject("select count(*) from pilotage_alerte", Integer.class))
                .isZero();
    }

    @Test
    void une_annotation_se_note_se_retire_et_se_remet() {
        qui(Role.RESPONSABLE_ANTENNE, "BLOSNE");
        Agent manager = qui(Role.MANAGER, null);
        UUID id = annotations.ajouter("2026-03-03", "2026-03-12", "", " CAF fermée ", manager);
        UUID blosne = annotations.ajouter("2026-03-05", "2026-03-05", "BLOSNE", "Un agent absent", manager);
        LocalDate lundi = LocalDate.of(2026, 3, 9);
        assertThat(annotations.de(lundi, lundi.plusDays(6), "KLEBER"))
                .extracting(Annotation::texte)
                .containsExactly("CAF fermée");
        assertThat(annotations.de(lundi.minusDays(7), lundi.minusDays(1), null))
                .extracting(Annotation::id)
                .containsExactlyInAnyOrder(id, blosne);
        assertThat(annotations.de(lundi.plusDays(7), lundi.plusDays(13), null)).isEmpty();
        Agent responsable = qui(Role.RESPONSABLE_DISPOSITIFS, null);
        annotations.retirer(id, responsable);
        annotations.retirer(id, manager);
        assertThat(annotations.toutes()).extracting(Annotation::id).containsExactly(blosne);
        assertThat(jdbc.queryForObject("select retiree_par from pilotage_annotation where id = ?", String.class, id))
                .isEqualTo(responsable.identifiant());
        annotations.remettre(id, manager);
        assertThat(annotations.toutes()).hasSize(2);
    }

    @Test
    void une_mauvaise_annotation_se_dit_sur_ses_champs_et_d_autres_roles_n_ecrivent_rien() {
        Agent manager = qui(Role.MANAGER, null);
        assertThat(fautes("hier", "", "NULLE_PART", " ", manager)).containsExactly("du", "au", "antenne", "texte");
        assertThat(fautes("2026-03-12", "2026-03-03", "", "CAF fermée", manager))
                .containsExactly("au");
        assertThat(fautes("2026-03-12", "2028-03-03", "", "CAF fermée", manager))
                .containsExactly("au");
        assertThat(fautes("0001-01-01", "2026-01-01", "", "x".repeat(201), manager))
                .containsExactly("du", "texte");
        for (Agent agent : List.of(qui(Role.RESPONSABLE_ANTENNE, "KLEBER"), qui(Role.INSTRUCTEUR, "KLEBER"))) {
            assertThatThrownBy(() -> annotations.ajouter("2026-03-03", "2026-03-03", "", "Essai", agent))
                    .isInstanceOf(Interdit.class);
            assertThatThrownBy(() -> annotations.retirer(UUID.randomUUID(), agent))
                    .isInstanceOf(Interdit.class);
        }
        assertThatThrownBy(() -> annotations.retirer(UUID.randomUUID(), manager))
                .isInstanceOf(Introuvable.class);
    }

    private List<String> fautes(String du, String au, String antenne, String texte, Agent agent) {
        try {
            annotations.ajouter(du, au, antenne, texte, agent);
            return List.of();
        } catch (SaisieInvalide e) {
            return e.erreurs().stream().map(ErreurChamp::champ).toList();
        }
    }
}
