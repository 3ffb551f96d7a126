package fr.jalon.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.decision.CatalogueDecisions.RangeeIncertaine;
import fr.jalon.decision.Confirmations.Rangee;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A row whose source nobody read founds nothing until somebody named confirms it, and no longer once it changed. */
@JalonIT
class ConfirmationsIT {

    @Autowired
    private Monde monde;

    @Autowired
    private Confirmations confirmations;

    @Autowired
    private JdbcTemplate jdbc;

    private RangeeIncertaine rangee;
    private Agent pilote;

    @BeforeEach
    void preparer() {
        monde.bean(HorlogeReglable.class).regler(EssaiConfiguration.DEPART);
        pilote = monde.agent("pilote.regles", Role.PILOTE, null);
        rangee = confirmations.rangees().stream()
                .filter(r -> r.confirmation() == null)
                .findFirst()
                .orElseThrow()
                .rangee();
    }

    @AfterEach
    void retirer() {
        jdbc.update("delete from regle_confirmee where cle = ? and regle = ?", rangee.cle(), rangee.regle());
    }

    private Rangee relue() {
        return confirmations.rangees().stream()
                .filter(r -> r.rangee().cle().equals(rangee.cle())
                        && r.rangee().regle().equals(rangee.regle()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void une_regle_incertaine_ne_fonde_rien_tant_que_personne_ne_l_a_confirmee() {
        assertThat(confirmations.sure(rangee.cle(), rangee.regle())).isFalse();
        assertThat(confirmations.confirmee(rangee.cle(), rangee.regle())).isFalse();
        confirmations.confirmer(rangee.cle(), rangee.regle(), "Article lu le 1er juin.", pilote);
        assertThat(confirmations.sure(rangee.cle(), rangee.regle())).isTrue();
        assertThat(relue().confirmation().par()).isEqualTo(pilote.nomComplet());
        assertThat(relue().confirmation().source()).isEqualTo("Article lu le 1er juin.");
    }

    @Test
    void une_regle_qui_change_est_a_confirmer_de_nouveau() {
        confirmations.confirmer(rangee.cle(), rangee.regle(), "Article lu.", pilote);
        jdbc.update("update regle_confirmee set empreinte = repeat('0', 64) where regle = ?", rangee.regle());
        assertThat(confirmations.sure(rangee.cle(), rangee.regle())).isFalse();
        assertThat(relue().confirmation()).isNull();
    }

    @Test
    void une_confirmation_se_retire() {
        confirmations.confirmer(rangee.cle(), rangee.regle(), "Article lu.", pilote);
        confirmations.retirer(rangee.cle(), rangee.regle(), pilote);
        assertThat(confirmations.sure(rangee.cle(), rangee.regle())).isFalse();
    }

    @Test
    void une_source_est_demandee_et_seuls_le_pilote_et_les_dispositifs_confirment() {
        assertThatThrownBy(() -> confirmations.confirmer(rangee.cle(), rangee.regle(), "  ", pilote))
                .isInstanceOfSatisfying(
                        SaisieInvalide.class,
                        e -> assertThat(e.erreurs().get(0).champ()).isEqualTo("source"));
        assertThatThrownBy(() -> confirmations.confirmer(rangee.cle(), rangee.regle(), "a".repeat(1001), pilote))
                .isInstanceOf(SaisieInvalide.class);
        for (Agent intrus : new Agent[] {monde.instructeur(), monde.responsable(), monde.agent(Role.ALI, "KLEBER")}) {
            assertThatThrownBy(() -> confirmations.confirmer(rangee.cle(), rangee.regle(), "Lu.", intrus))
                    .isInstanceOf(Interdit.class);
            assertThatThrownBy(() -> confirmations.retirer(rangee.cle(), rangee.regle(), intrus))
                    .isInstanceOf(Interdit.class);
        }
        assertThat(confirmations.sure(rangee.cle(), rangee.regle())).isFalse();
    }

    @Test
    void une_regle_sure_n_a_pas_a_etre_confirmee_et_une_regle_inconnue_non_plus() {
        assertThat(confirmations.sure("groupe-nationalite", "Rule_NationaliteFrancaise"))
                .isTrue();
        assertThat(confirmations.confirmee("groupe-nationalite", "Rule_NationaliteFrancaise"))
                .isFalse();
        assertThatThrownBy(
                        () -> confirmations.confirmer("groupe-nationalite", "Rule_NationaliteFrancaise", "Lu.", pilote))
                .isInstanceOf(Introuvable.class);
        assertThatThrownBy(() -> confirmations.retirer("table-inconnue", "Rule_Inconnue", pilote))
                .isInstanceOf(Introuvable.class);
    }
}
