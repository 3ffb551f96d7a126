package fr.jalon.mobilite.parcours;

import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import fr.jalon.moteur.ModeleEssaye;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real model with the features faked: each end, each detour, and the share of the flows that were taken. */
class AideMobiliteProcessTest {

    private static final Date UN_JOUR = Date.from(Instant.parse("2030-03-17T17:46:40Z"));
    private static ModeleEssaye modele;

    private ProcessInstance parcours;

    @BeforeAll
    static void demarrer() {
        modele =
                new ModeleEssaye(ParcoursMobilite.CLE, "decideur-aide-mobilite", DeleguesDeLaMobilite.noms(), Map.of());
    }

    @AfterAll
    static void arreter() {
        modele.close();
        modele.verifierLesFlux();
    }

    @BeforeEach
    void ouvrir() {
        modele.preparer(new HashMap<>(Map.of("creditEngage", true, "aideARatifier", false, "dateFinAide", UN_JOUR)));
        parcours = modele.lancer();
    }

    private void instruire(String decideur) {
        modele.achever(parcours, ParcoursMobilite.INSTRUIRE, Map.of("decideur", decideur));
    }

    private void decider(String etape, String decision) {
        modele.achever(parcours, etape, Map.of("decisionAide", decision));
    }

    private void suivre(boolean finie) {
        modele.achever(parcours, ParcoursMobilite.SUIVRE, Map.of("aideFinie", finie));
    }

    @Test
    void instruit_decide_engage_annonce_paie_par_etapes_puis_solde() {
        instruire("RESPONSABLE");
        decider(ParcoursMobilite.DECIDER, "ACCORD");
        suivre(false);
        suivre(true);
        assertThat(parcours)
                .isEnded()
                .hasPassedInOrder(
                        "UserTask_InstruireAide",
                        "UserTask_DeciderAide",
                        "ServiceTask_EngagerAide",
                        "ServiceTask_NotifierAccordAide",
                        "UserTask_SuivreAide",
                        "ServiceTask_SolderAide",
                        "EndEvent_AideTerminee");
    }

    @Test
    void au_dessus_du_seuil_la_cai_decide() {
        instruire("CAI");
        decider(ParcoursMobilite.ENREGISTRER_DECISION_CAI, "REFUS");
        assertThat(parcours).isEnded().hasPassed("ServiceTask_NotifierRefusAide", "EndEvent_AideRefusee");
    }

    @Test
    void une_decision_urgente_se_fait_ratifier_sans_retenir_l_aide() {
        modele.repondre("aideARatifier", true);
        instruire("URGENCE");
        decider(ParcoursMobilite.DECIDER_URGENCE, "ACCORD");
        assertThat(parcours).isWaitingAt(ParcoursMobilite.SUIVRE, ParcoursMobilite.FAIRE_RATIFIER);
        modele.achever(parcours, ParcoursMobilite.FAIRE_RATIFIER, Map.of());
        assertThat(parcours).isWaitingAt(ParcoursMobilite.SUIVRE).hasPassed("EndEvent_CaiInformee");
    }

    @Test
    void ce_qui_manque_revient_a_qui_instruit() {
        instruire("RESPONSABLE");
        decider(ParcoursMobilite.DECIDER, "A_COMPLETER");
        assertThat(parcours).isWaitingAt(ParcoursMobilite.INSTRUIRE);
    }

    @Test
    void sans_credit_aucune_lettre_ne_part() {
        modele.repondre("creditEngage", false);
        instruire("RESPONSABLE");
        decider(ParcoursMobilite.DECIDER, "ACCORD");
        assertThat(parcours)
                .isWaitingAt(ParcoursMobilite.TROUVER_CREDIT)
                .hasNotPassed("ServiceTask_NotifierAccordAide");
        modele.repondre("creditEngage", true);
        modele.achever(parcours, ParcoursMobilite.TROUVER_CREDIT, Map.of());
        assertThat(parcours).isWaitingAt(ParcoursMobilite.SUIVRE).hasPassed("ServiceTask_NotifierAccordAide");
    }

    @Test
    void une_aide_qui_n_est_pas_utilisee_rend_son_credit() {
        instruire("RESPONSABLE");
        decider(ParcoursMobilite.DECIDER, "ACCORD");
        modele.declencher(parcours, "BoundaryEvent_AideNonUtilisee");
        assertThat(parcours).isEnded().hasPassed("ServiceTask_RendreCredit", "EndEvent_AideNonUtilisee");
    }

    @Test
    void s_arrete_a_tout_moment_pour_un_renoncement_un_depart_un_doublon_ou_un_deces() {
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
