package fr.jalon.dispositif.libre;

import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import fr.jalon.moteur.ModeleEssaye;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The model of the family conference with its real table: each end, each detour, and the share of the flows that were taken. */
class ConferenceFamilialeProcessTest {

    private static ModeleEssaye modele;

    private ProcessInstance parcours;

    @BeforeAll
    static void demarrer() {
        modele = new ModeleEssaye("conference-familiale", "conference-possible", DeleguesPourTous.noms(), Map.of());
    }

    @AfterAll
    static void arreter() {
        modele.close();
        modele.verifierLesFlux();
    }

    @BeforeEach
    void ouvrir() {
        modele.preparer(new HashMap<>());
        parcours = modele.lancer();
    }

    private void achever(String etape, Map<String, Object> variables) {
        modele.achever(parcours, "UserTask_" + etape, variables);
    }

    private void poserLaQuestion(String accord, String danger) {
        achever("PoserQuestion", Map.of("accord", accord, "danger", danger));
    }

    @Test
    void va_de_la_question_a_l_evaluation_quelques_mois_apres() {
        poserLaQuestion("OUI", "NON");
        achever("PreparerConference", Map.of("famillePrete", "OUI"));
        achever("TenirConference", Map.of("rencontre", "TENUE"));
        achever("EvaluerConference", Map.of());
        achever("EvaluerPlan", Map.of());
        assertThat(parcours)
                .isEnded()
                .hasPassedInOrder(
                        "ServiceTask_InviterFamille",
                        "ServiceTask_EnvoyerPlan",
                        "ServiceTask_CloreConference",
                        "EndEvent_ConferenceEvaluee");
    }

    @Test
    void une_rencontre_reportee_se_prepare_de_nouveau() {
        poserLaQuestion("OUI", "NON");
        achever("PreparerConference", Map.of("famillePrete", "OUI"));
        achever("TenirConference", Map.of("rencontre", "REPORTEE"));
        assertThat(parcours).isWaitingAt("UserTask_PreparerConference");
    }

    @Test
    void sans_plein_gre_il_n_y_a_pas_de_conference() {
        poserLaQuestion("NON", "NON");
        assertThat(parcours).isEnded().hasPassed("EndEvent_SansSuite");
    }

    @Test
    void la_famille_peut_renoncer_en_preparant() {
        poserLaQuestion("OUI", "NON");
        achever("PreparerConference", Map.of("famillePrete", "RENONCE"));
        assertThat(parcours).isEnded().hasPassed("EndEvent_SansSuite");
    }

    @Test
    void une_personne_en_danger_est_protegee_avant_tout() {
        poserLaQuestion("OUI", "OUI");
        achever("ProtegerPersonne", Map.of());
        assertThat(parcours).isWaitingAt("UserTask_PoserQuestion");
    }

    @Test
    void s_arrete_a_tout_moment_pour_un_desistement_un_depart_un_doublon_ou_un_deces() {
        Map<String, String> fins = Map.of(
                "DesistementDeclare", "EndEvent_DesistementEnregistre",
                "DemenagementDeclare", "EndEvent_DepartEnregistre",
                "DoublonConstate", "EndEvent_DoublonClos",
                "DecesDeclare", "EndEvent_DecesEnregistre");
        fins.forEach((message, fin) -> {
            parcours = modele.lancer();
            modele.signaler(parcours, message);
            assertThat(parcours).isEnded().hasPassed(fin);
        });
    }
}
