package fr.jalon.sanction.parcours;

import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import fr.jalon.moteur.BeansDesModeles;
import fr.jalon.moteur.ModeleEssaye;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real model with the features faked: each end, each detour, and the share of the flows that were taken. */
class ManquementRsaProcessTest {

    private static final Date UN_JOUR = Date.from(Instant.parse("2030-03-17T17:46:40Z"));
    private static final Map<String, String> FAITS = new HashMap<>();
    private static ModeleEssaye modele;

    private ProcessInstance parcours;

    @BeforeAll
    static void demarrer() {
        ExecutionListener faits = execution -> {
            execution.setVariableLocal("sanction", FAITS.get("sanction"));
            execution.setVariableLocal("avisDemande", false);
        };
        ExecutionListener suite =
                execution -> execution.setVariable("avisRequis", "SUPPRESSION".equals(FAITS.get("sanction")));
        modele = new ModeleEssaye(
                "manquement-rsa",
                "avis-equipe-sanction",
                BeansDesModeles.noms(DeleguesManquement.class),
                Map.of("faitsAvisSanction", faits, "suiteAvisSanction", suite));
    }

    @AfterAll
    static void arreter() {
        modele.close();
        modele.verifierLesFlux();
    }

    @BeforeEach
    void ouvrir() {
        modele.preparer(new HashMap<>(Map.of(
                "dateFinObservations",
                UN_JOUR,
                "dateFinSanction",
                UN_JOUR,
                "decisionValable",
                true,
                "finDroitPossible",
                false)));
        FAITS.put("sanction", "SUSPENSION");
        parcours = modele.lancer();
    }

    private void achever(String etape, Map<String, Object> variables) {
        modele.achever(parcours, etape, variables);
    }

    private void observer() {
        achever(ManquementRsa.CONSTATER_MANQUEMENT, Map.of());
        achever(ManquementRsa.RECEVOIR_OBSERVATIONS, Map.of());
    }

    private void decider(String decision) {
        achever(ManquementRsa.DECIDER_SANCTION, Map.of("decisionSanction", decision));
    }

    @Test
    void informe_entend_decide_puis_leve_quand_la_personne_se_met_en_regle() {
        observer();
        decider("SANCTIONNER");
        achever(ManquementRsa.SUIVRE_SANCTION, Map.of());
        assertThat(parcours)
                .isEnded()
                .hasPassedInOrder(
                        "ServiceTask_InformerPersonne",
                        "UserTask_RecevoirObservations",
                        "BusinessRuleTask_DeterminerAvis",
                        "ServiceTask_NotifierSanction",
                        "ServiceTask_LeverSanction",
                        "EndEvent_SanctionLevee");
    }

    @Test
    void une_sanction_se_termine_avec_sa_duree() {
        observer();
        decider("SANCTIONNER");
        modele.declencher(parcours, "BoundaryEvent_DureeEcoulee");
        assertThat(parcours).isEnded().hasPassed("ServiceTask_ConstaterFin", "EndEvent_SanctionTerminee");
    }

    @Test
    void le_silence_de_la_personne_mene_a_la_decision_apres_le_delai() {
        achever(ManquementRsa.CONSTATER_MANQUEMENT, Map.of());
        modele.declencher(parcours, "BoundaryEvent_DelaiObservationsPasse");
        assertThat(parcours).isWaitingAt(ManquementRsa.DECIDER_SANCTION);
    }

    @Test
    void une_suppression_passe_devant_l_equipe() {
        FAITS.put("sanction", "SUPPRESSION");
        observer();
        achever(ManquementRsa.RECUEILLIR_AVIS_SANCTION, Map.of());
        assertThat(parcours).isWaitingAt(ManquementRsa.DECIDER_SANCTION);
    }

    @Test
    void qui_decide_peut_demander_l_avis_de_l_equipe() {
        observer();
        decider("DEMANDER_AVIS");
        achever(ManquementRsa.RECUEILLIR_AVIS_SANCTION, Map.of());
        decider("NE_PAS_SANCTIONNER");
        assertThat(parcours).isEnded().hasPassed("ServiceTask_NotifierAbsenceSanction", "EndEvent_SansSanction");
    }

    @Test
    void s_arrete_a_tout_moment_pour_une_mise_en_regle_un_renoncement_un_depart_un_doublon_ou_un_deces() {
        Map<String, String> fins = Map.of(
                "ConformiteConstatee", "EndEvent_PersonneEnRegle",
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

    @Test
    void une_mise_en_regle_pendant_la_sanction_l_arrete() {
        observer();
        decider("SANCTIONNER");
        modele.signaler(parcours, "ConformiteConstatee");
        assertThat(parcours).isEnded().hasPassed("ServiceTask_ArreterProcedure", "EndEvent_PersonneEnRegle");
    }

    @Test
    void une_lettre_revenue_se_renvoie_ou_arrete_la_procedure() {
        achever(ManquementRsa.CONSTATER_MANQUEMENT, Map.of());
        modele.signaler(parcours, "CourrierRetourne");
        assertThat(parcours).isWaitingAt(ManquementRsa.RETROUVER_PERSONNE);
        achever(ManquementRsa.RETROUVER_PERSONNE, Map.of("suiteRetour", "RENVOYER"));
        assertThat(parcours).isWaitingAt(ManquementRsa.RECEVOIR_OBSERVATIONS);
        modele.signaler(parcours, "CourrierRetourne");
        achever(ManquementRsa.RETROUVER_PERSONNE, Map.of("suiteRetour", "ARRETER"));
        assertThat(parcours).isEnded().hasPassed("ServiceTask_CloreSansInformer", "EndEvent_ProcedureArretee");
    }

    @Test
    void une_decision_revenue_revient_a_qui_decide() {
        observer();
        decider("SANCTIONNER");
        modele.signaler(parcours, "CourrierRetourne");
        assertThat(parcours).isWaitingAt(ManquementRsa.DECIDER_SANCTION).hasPassed("ServiceTask_ReprendreDecision");
        decider("NE_PAS_SANCTIONNER");
        assertThat(parcours).isEnded().hasPassed("EndEvent_SansSanction");
    }

    @Test
    void qui_decide_peut_faire_informer_la_personne_de_nouveau() {
        observer();
        decider("INFORMER_DE_NOUVEAU");
        assertThat(parcours).isWaitingAt(ManquementRsa.CONSTATER_MANQUEMENT);
        observer();
        assertThat(parcours).isWaitingAt(ManquementRsa.DECIDER_SANCTION);
    }

    @Test
    void une_decision_dont_les_faits_ont_change_revient_a_qui_decide() {
        modele.preparer(new HashMap<>(
                Map.of("dateFinObservations", UN_JOUR, "dateFinSanction", UN_JOUR, "decisionValable", false)));
        parcours = modele.lancer();
        observer();
        decider("SANCTIONNER");
        assertThat(parcours).isWaitingAt(ManquementRsa.DECIDER_SANCTION).hasPassed("ServiceTask_NotifierSanction");
    }

    @Test
    void la_fin_d_une_suppression_totale_s_examine_et_le_droit_reprend_ou_sa_fin_est_proposee() {
        Map.of("REPRISE", "EndEvent_SanctionTerminee", "FIN_DROIT", "EndEvent_FinDroitProposee")
                .forEach((suite, fin) -> {
                    modele.preparer(new HashMap<>(Map.of(
                            "dateFinObservations",
                            UN_JOUR,
                            "dateFinSanction",
                            UN_JOUR,
                            "decisionValable",
                            true,
                            "finDroitPossible",
                            true)));
                    parcours = modele.lancer();
                    observer();
                    decider("SANCTIONNER");
                    modele.declencher(parcours, "BoundaryEvent_DureeEcoulee");
                    assertThat(parcours).isWaitingAt(ManquementRsa.EXAMINER_FIN_SUPPRESSION);
                    achever(ManquementRsa.EXAMINER_FIN_SUPPRESSION, Map.of("suiteSuppression", suite));
                    assertThat(parcours).isEnded().hasPassed(fin);
                });
    }
}
