package fr.jalon.formation.parcours;

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
class FinancementFormationProcessTest {

    private static final Date UN_JOUR = Date.from(Instant.parse("2030-03-17T17:46:40Z"));
    private static ModeleEssaye modele;

    private ProcessInstance parcours;

    @BeforeAll
    static void demarrer() {
        modele = new ModeleEssaye(ParcoursFormation.CLE, "decideur-formation", DeleguesDeLaFormation.noms(), Map.of());
    }

    @AfterAll
    static void arreter() {
        modele.close();
        modele.verifierLesFlux();
    }

    @BeforeEach
    void ouvrir() {
        modele.preparer(new HashMap<>(Map.of(
                "creditEngage",
                true,
                "caiAInformer",
                false,
                "formationSuivie",
                true,
                "dateFinFormation",
                UN_JOUR,
                "dateTroisMois",
                UN_JOUR,
                "dateSixMois",
                UN_JOUR)));
        parcours = modele.lancer();
    }

    private void aviser(String decideur) {
        modele.achever(parcours, ParcoursFormation.DONNER_AVIS, Map.of("decideur", decideur));
    }

    private void decider(String etape, String decision) {
        modele.achever(parcours, etape, Map.of("decisionFormation", decision));
    }

    private void suivre(String suite) {
        modele.achever(parcours, ParcoursFormation.SUIVRE, Map.of("suiteFormation", suite));
    }

    private void accorder() {
        aviser("RESPONSABLE");
        decider(ParcoursFormation.DECIDER, "ACCORD");
    }

    @Test
    void de_l_avis_aux_resultats_demandes_d_eux_memes_a_trois_et_six_mois() {
        accorder();
        suivre(EtapesFormation.CONTINUE);
        suivre(EtapesFormation.FINIE);
        modele.declencher(parcours, "IntermediateEvent_TroisMoisPasses");
        modele.achever(parcours, ParcoursFormation.RESULTAT_TROIS_MOIS, Map.of());
        modele.declencher(parcours, "IntermediateEvent_SixMoisPasses");
        modele.achever(parcours, ParcoursFormation.RESULTAT_SIX_MOIS, Map.of());
        assertThat(parcours)
                .isEnded()
                .hasPassedInOrder(
                        "UserTask_DonnerAvisTechnique",
                        "UserTask_DeciderFormation",
                        "ServiceTask_EngagerFormation",
                        "ServiceTask_NotifierAccordFormation",
                        "UserTask_SuivreFormation",
                        "ServiceTask_SolderFormation",
                        "UserTask_DemanderResultatTroisMois",
                        "UserTask_DemanderResultatSixMois",
                        "ServiceTask_RemettreLivret",
                        "EndEvent_FormationTerminee");
    }

    @Test
    void au_dessus_du_seuil_la_cai_decide_et_un_refus_se_dit() {
        aviser("CAI");
        decider(ParcoursFormation.ENREGISTRER_DECISION_CAI, "REFUS");
        assertThat(parcours).isEnded().hasPassed("ServiceTask_NotifierRefusFormation", "EndEvent_FormationRefusee");
    }

    @Test
    void une_decision_urgente_informe_la_cai_sans_retenir_la_formation() {
        modele.repondre("caiAInformer", true);
        aviser("URGENCE");
        decider(ParcoursFormation.DECIDER_URGENCE, "ACCORD");
        assertThat(parcours).isWaitingAt(ParcoursFormation.SUIVRE, ParcoursFormation.INFORMER_CAI);
        modele.achever(parcours, ParcoursFormation.INFORMER_CAI, Map.of());
        assertThat(parcours).isWaitingAt(ParcoursFormation.SUIVRE).hasPassed("EndEvent_CaiInformee");
    }

    @Test
    void un_ajournement_pose_sa_question_puis_la_demande_completee_repart() {
        aviser("CAI");
        decider(ParcoursFormation.ENREGISTRER_DECISION_CAI, "AJOURNEMENT");
        assertThat(parcours).isWaitingAt(ParcoursFormation.COMPLETER).hasPassed("ServiceTask_NotifierAjournement");
        modele.achever(parcours, ParcoursFormation.COMPLETER, Map.of());
        assertThat(parcours).isWaitingAt(ParcoursFormation.DONNER_AVIS);
    }

    @Test
    void sans_credit_aucune_lettre_ne_part() {
        modele.repondre("creditEngage", false);
        accorder();
        assertThat(parcours)
                .isWaitingAt(ParcoursFormation.TROUVER_CREDIT)
                .hasNotPassed("ServiceTask_NotifierAccordFormation");
        modele.repondre("creditEngage", true);
        modele.achever(parcours, ParcoursFormation.TROUVER_CREDIT, Map.of());
        assertThat(parcours).isWaitingAt(ParcoursFormation.SUIVRE);
    }

    @Test
    void une_formation_arretee_ou_jamais_justifiee_sans_rien_de_suivi_rend_son_credit() {
        modele.repondre("formationSuivie", false);
        accorder();
        suivre(EtapesFormation.ARRET);
        assertThat(parcours).isEnded().hasPassed("ServiceTask_ArreterFormation", "EndEvent_FormationNonUtilisee");
        parcours = modele.lancer();
        accorder();
        modele.declencher(parcours, "BoundaryEvent_FormationNonJustifiee");
        assertThat(parcours).isEnded().hasPassed("ServiceTask_RendreCreditFormation", "EndEvent_FormationNonUtilisee");
    }

    @Test
    void une_formation_suivie_en_partie_demande_aussi_ses_resultats() {
        accorder();
        suivre(EtapesFormation.ARRET);
        assertThat(parcours).isWaitingAt("IntermediateEvent_TroisMoisPasses").hasPassed("ServiceTask_ArreterFormation");
        modele.declencher(parcours, "IntermediateEvent_TroisMoisPasses");
        assertThat(parcours).isWaitingAt(ParcoursFormation.RESULTAT_TROIS_MOIS);
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
