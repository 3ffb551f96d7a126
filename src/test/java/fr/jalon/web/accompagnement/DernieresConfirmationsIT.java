package fr.jalon.web.accompagnement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.seance.ScenesDEquipe;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The list of the last confirmations, read as one. */
@JalonIT
class DernieresConfirmationsIT {

    @Autowired
    private Monde monde;

    @Autowired
    private DernieresConfirmations dernieres;

    private ScenesDEquipe scenes;

    @BeforeEach
    void preparer() {
        scenes = new ScenesDEquipe(monde);
    }

    @Test
    void la_liste_demande_autant_a_la_base_pour_cinq_confirmations_que_pour_une() {
        Agent ali = scenes.ali();
        scenes.orientee();
        assertThat(dernieres.de(ali, 1)).hasSize(1).allSatisfy(d -> {
            assertThat(d.numero()).startsWith("ORI-");
            assertThat(d.texte()).contains("confirmée le", " : ");
        });
        int pourUne = requetes(ali, 1);
        for (int i = 0; i < 4; i++) {
            scenes.orientee();
        }
        assertThat(dernieres.de(ali, 5)).hasSize(5);
        assertThat(requetes(ali, 5)).isEqualTo(pourUne).isLessThanOrEqualTo(5);
    }

    @Test
    void chacun_ne_lit_que_les_siennes_et_dans_son_antenne() {
        Agent ali = scenes.ali();
        scenes.orientee();
        Agent autre = monde.agent("ali.confirmations.autre", Role.ALI, "KLEBER");
        assertThat(dernieres.de(autre, 5)).isEmpty();
        Agent partie =
                new Agent(ali.id(), ali.identifiant(), ali.prenom(), ali.nom(), ali.qualite(), "BLOSNE", ali.roles());
        assertThat(dernieres.de(partie, 5)).isEmpty();
    }

    /** Reads of the session that the list makes. */
    private int requetes(Agent agent, int nombre) {
        JdbcTemplate jdbc = monde.bean(JdbcTemplate.class);
        return monde.bean(TransactionTemplate.class).execute(t -> {
            int avant = lues(jdbc);
            List<?> liste = dernieres.de(agent, nombre);
            assertThat(liste).hasSize(nombre);
            return lues(jdbc) - avant - 1;
        });
    }

    private static int lues(JdbcTemplate jdbc) {
        return jdbc.queryForObject(
                "select cast(variable_value as signed) from information_schema.session_status where variable_name = 'COM_SELECT'",
                Integer.class);
    }
}
