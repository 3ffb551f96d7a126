package fr.jalon.orientation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Portee;
import fr.jalon.agent.Role;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.orientation.IndicateursOrientation.Ligne;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The delays of the orientation, counted by MariaDB: in time, late, and too early to say. */
@JalonIT
class IndicateursOrientationIT {

    private static final LocalDate DEPART = EssaiConfiguration.DEPART.toLocalDate();
    /** A period that no other test uses. */
    private static final LocalDate CONNUE = DEPART.minusDays(412);

    @Autowired
    private Monde monde;

    @Autowired
    private DemandesOrientation demandes;

    @Autowired
    private IndicateursOrientation indicateurs;

    @Autowired
    private JdbcTemplate jdbc;

    private Agent ali;

    @BeforeEach
    void preparer() {
        ali = monde.agent(Role.ALI, "KLEBER");
        monde.responsable();
    }

    private DossierVue ouverte(LocalDate connue) {
        return demandes.ouvrir(monde.personne().id(), null, Canal.GUICHET, connue, Map.of(), ali);
    }

    /** As if it had been decided and met then. */
    private void dater(DossierVue dossier, Integer confirmee, Integer rencontree, LocalDate connue) {
        jdbc.update(
                "update demande_orientation set premiere_confirmation_le = ?, premiere_rencontre_le = ?, referent = 'x'"
                        + " where dossier_id = ?",
                confirmee == null ? null : connue.plusDays(confirmee),
                rencontree == null ? null : connue.plusDays(confirmee + rencontree),
                dossier.id());
    }

    @Test
    void compte_ce_qui_est_tenu_ce_qui_est_passe_et_laisse_ce_qui_peut_encore_l_etre() {
        dater(ouverte(CONNUE), 42, 15, CONNUE);
        dater(ouverte(CONNUE), 45, 30, CONNUE);
        dater(ouverte(CONNUE), 46, 31, CONNUE);
        ouverte(CONNUE);
        List<Ligne> lignes = indicateurs.par(CONNUE, CONNUE, Portee.de("KLEBER"));
        Ligne kleber = lignes.get(0);
        assertThat(kleber.antenne()).isEqualTo("KLEBER");
        assertThat(kleber.demandes()).isEqualTo(4);
        assertThat(kleber.loi()).isEqualTo(new IndicateursOrientation.Tenu(42, 1, 4));
        assertThat(kleber.orientees()).isEqualTo(new IndicateursOrientation.Tenu(45, 2, 4));
        assertThat(kleber.orientees().pourcentage()).isEqualTo(50);
        assertThat(kleber.rencontreesTot()).isEqualTo(new IndicateursOrientation.Tenu(15, 1, 3));
        assertThat(kleber.rencontrees()).isEqualTo(new IndicateursOrientation.Tenu(30, 2, 3));
        assertThat(kleber.contrats()).isEqualTo(new IndicateursOrientation.Tenu(31, 0, 3));
        assertThat(lignes.get(1).antenne()).as("le total").isNull();
    }

    @Test
    void une_demande_recente_ne_gate_aucun_chiffre() {
        // 44 days ago: late for the law, not yet for the indicator
        LocalDate recente = DEPART.minusDays(44);
        ouverte(recente);
        Ligne ligne = indicateurs.par(recente, recente, Portee.de("KLEBER")).get(0);
        assertThat(ligne.loi()).isEqualTo(new IndicateursOrientation.Tenu(42, 0, 1));
        assertThat(ligne.orientees().pourcentage()).isNull();
        assertThat(ligne.rencontrees().pourcentage()).isNull();
    }

    @Test
    void une_antenne_ne_lit_que_ses_chiffres() {
        LocalDate autre = CONNUE.minusDays(1);
        ouverte(autre);
        assertThat(indicateurs.par(autre, autre, Portee.de("BLOSNE"))).noneMatch(l -> l.demandes() > 0);
        assertThat(indicateurs.par(autre, autre, Portee.AUCUNE)).isEmpty();
        assertThat(indicateurs.par(autre, autre, Portee.TOUTES)).isNotEmpty();
    }
}
