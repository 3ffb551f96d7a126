package fr.jalon.pilotage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Introuvable;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who counts what, and who opens what is counted. */
class LecteurTest {

    private static Agent agent(String antenne, Role... roles) {
        return new Agent(UUID.randomUUID(), "un.compte", "Alix", "Essai", "Essai", antenne, Set.of(roles));
    }

    @Test
    void la_direction_compte_partout_sans_petit_nombre_ni_liste() {
        Agent manager = agent(null, Role.MANAGER);
        assertThat(Lecteur.ecran(manager)).isEqualTo(new Lecteur(null, true));
        assertThat(Lecteur.ouvre(manager)).isFalse();
        assertThatThrownBy(() -> Lecteur.listes(manager)).isInstanceOf(Interdit.class);
    }

    @Test
    void une_responsable_d_antenne_ne_compte_que_la_sienne_et_l_ouvre() {
        Agent responsable = agent("KLEBER", Role.RESPONSABLE_ANTENNE);
        assertThat(Lecteur.ecran(responsable)).isEqualTo(new Lecteur("KLEBER", false));
        assertThat(Lecteur.api(responsable)).isEqualTo(new Lecteur("KLEBER", true));
        assertThat(Lecteur.ecran(responsable).antenne(null)).isEqualTo("KLEBER");
        assertThatThrownBy(() -> Lecteur.ecran(responsable).antenne("BLOSNE")).isInstanceOf(Introuvable.class);
        assertThatThrownBy(() -> Lecteur.ecran(agent(null, Role.RESPONSABLE_ANTENNE)))
                .isInstanceOf(Introuvable.class);
    }

    @Test
    void qui_dirige_et_tient_une_antenne_compte_partout_mais_n_ouvre_que_la_sienne() {
        Agent deux = agent("KLEBER", Role.MANAGER, Role.RESPONSABLE_ANTENNE);
        assertThat(Lecteur.ecran(deux)).isEqualTo(new Lecteur(null, true));
        assertThat(Lecteur.listes(deux)).isEqualTo(new Lecteur("KLEBER", false));
        assertThatThrownBy(() -> Lecteur.listes(deux).antenne("BLOSNE")).isInstanceOf(Introuvable.class);
    }

    @Test
    void les_autres_ne_comptent_rien() {
        for (Role role : Set.of(Role.INSTRUCTEUR, Role.ADMIN, Role.DPO, Role.JURY, Role.PARTENAIRE)) {
            assertThatThrownBy(() -> Lecteur.ecran(agent("KLEBER", role))).isInstanceOf(Interdit.class);
        }
    }
}
