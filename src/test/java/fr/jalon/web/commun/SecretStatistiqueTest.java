package fr.jalon.web.commun;

import static fr.jalon.decision.TableVerifiee.faits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.decision.Decisions;
import fr.jalon.decision.EvaluationDecision;
import fr.jalon.decision.TableVerifiee;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Small numbers hidden, and what would give them back hidden with them. */
class SecretStatistiqueTest {

    private static final TableVerifiee TABLE = new TableVerifiee("parametres-statistiques");
    private final SecretStatistique secret = secret();

    private static SecretStatistique secret() {
        Decisions decisions = mock(Decisions.class);
        EvaluationDecision evaluation = mock(EvaluationDecision.class);
        when(evaluation.unique())
                .thenReturn(java.util.Optional.of(
                        TABLE.evaluer(faits("parametre", "SECRET_MINIMUM")).get(0)));
        when(decisions.evaluer(eq("parametres-statistiques"), any())).thenReturn(evaluation);
        return new SecretStatistique(decisions);
    }

    private List<List<Long>> masquer(Long[]... rangees) {
        return secret.masquer(Arrays.stream(rangees).map(Arrays::asList).toList());
    }

    private static Long[] r(long... nombres) {
        return Arrays.stream(nombres).boxed().toArray(Long[]::new);
    }

    @Test
    void le_seuil_vient_de_sa_table() {
        assertThat(secret.minimum()).isEqualTo(5);
        assertThat(secret.mots()).isEqualTo("moins de 5");
        assertThat(secret.legende())
                .isEqualTo("« caché » : moins de 5 personnes, ou un nombre qui les ferait retrouver.");
        assertThat(TABLE.evaluer(faits("parametre", "INCONNU"))).isEmpty();
        assertThat(TABLE.evaluer(faits("parametre", null))).isEmpty();
        TABLE.chaqueLigneEstVerifiee(List.of("SecretMinimum"), 1);
    }

    @Test
    void juste_au_seuil_un_nombre_se_montre_et_zero_ne_dit_rien_de_personne() {
        assertThat(masquer(r(5, 0, 5), r(6, 0, 6), r(11, 0, 11)))
                .containsExactly(List.of(5L, 0L, 5L), List.of(6L, 0L, 6L), List.of(11L, 0L, 11L));
    }

    @Test
    void un_seul_nombre_cache_ne_se_retrouve_pas_par_soustraction() {
        List<List<Long>> vus = masquer(r(4, 20, 30, 54), r(10, 12, 40, 62), r(14, 32, 70, 116));
        assertThat(vus.get(0).get(0)).isNull();
        for (List<Long> rangee : vus) {
            assertThat(rangee.stream().filter(java.util.Objects::isNull).count())
                    .isNotEqualTo(1);
        }
        for (int j = 0; j < 4; j++) {
            int colonne = j;
            assertThat(vus.stream().filter(l -> l.get(colonne) == null).count())
                    .as("colonne %d", j)
                    .isNotEqualTo(1);
        }
        assertThat(vus.get(2).get(3)).as("le grand total reste").isEqualTo(116L);
    }

    @Test
    void une_rangee_toute_petite_se_cache_avec_son_total() {
        assertThat(masquer(r(2, 0, 2), r(30, 9, 39), r(40, 12, 52)).get(0)).containsExactly(null, 0L, null);
    }

    @Test
    void rien_a_cacher_rien_ne_change() {
        assertThat(masquer()).isEmpty();
        assertThat(masquer(r(7, 9, 16))).containsExactly(List.of(7L, 9L, 16L));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ACCUEIL", "INSTRUCTEUR", "ALI", "RESPONSABLE_ANTENNE", "RESPONSABLE_DISPOSITIFS"})
    void qui_ouvre_les_dossiers_lit_ses_nombres(Role role) {
        assertThat(secret.concerne(agent(role, Role.MANAGER))).isFalse();
        assertThat(secret.concerne(agent(role))).isFalse();
    }

    @Test
    void qui_ne_lit_que_des_nombres_n_a_pas_les_petits() {
        assertThat(secret.concerne(agent(Role.MANAGER))).isTrue();
    }

    private static Agent agent(Role... roles) {
        Agent agent = mock(Agent.class);
        Set<Role> siens = Set.of(roles);
        when(agent.a(any())).thenAnswer(i -> siens.contains(i.<Role>getArgument(0)));
        when(agent.aUnDe(any(Role[].class)))
                .thenAnswer(i -> Arrays.stream(i.getArguments()).anyMatch(siens::contains));
        return agent;
    }
}
