package fr.jalon.rsa.parcours;

import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import fr.jalon.moteur.ModeleEssaye;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real model with the features faked: the happy path, each detour, and the share of the flows that were taken. */
class InstructionRsaProcessTest {

    private static final Date PLUS_TARD = Date.from(Instant.parse("2100-01-01T08:00:00Z"));
    private static final List<String> FAITS = List.of(
            "enfantACharge",
            "heuresTravaillees",
            "majorationIsolement",
            "groupeNationalite",
            "statutSejour",
            "anneesTitre",
            "etudiant",
            "stagiaireFormation",
            "enConge",
            "residenceStable",
            "moisEtranger",
            "droitsPrioritairesDemandes");
    private static ModeleEssaye modele;

    private final Map<String, Object> reponses = new HashMap<>();
    private ProcessInstance parcours;

    @BeforeAll
    static void demarrer() {
        ExecutionListener faits = execution -> {
            execution.setVariableLocal("ageDemandeur", 40);
            FAITS.forEach(fait -> execution.setVariableLocal(fait, null));
        };
        modele = new ModeleEssaye(
                "instruction-rsa",
                "eligibilite-rsa",
                DeleguesDuRsa.noms(),
                Map.of("faitsEligibilite", faits, "suiteEligibilite", execution -> {}));
    }

    @AfterAll
    static void arreter() {
        modele.close();
        modele.verifierLesFlux();
    }

    @BeforeEach
    void ouvrir() {
        reponses.put("cafCompetente", true);
        reponses.put("dateRappelPieces", PLUS_TARD);
        reponses.put("dateFinPieces", PLUS_TARD);
        reponses.put("dateRelanceCaf", PLUS_TARD);
        reponses.put("dateSilenceCaf", PLUS_TARD);
        modele.preparer(reponses);
    }

    private void lancer() {
        parcours = modele.lancer();
    }

    private void declencher(String minuteur) {
        modele.declencher(parcours, minuteur);
    }

    private void achever(String etape, Map<String, Object> variables) {
        modele.achever(parcours, etape, variables);
    }

    private void instruireEt(String proposition, boolean c2s) {
        lancer();
        achever("UserTask_VerifierPieces", Map.of("dossierComplet", true));
        achever("UserTask_InstruireDemande", Map.of("proposition", proposition, "c2sDemandee", c2s));
    }

    @Test
    void va_de_la_demande_au_droit_ouvert() {
        instruireEt("FAVORABLE", true);
        achever("UserTask_EnregistrerDecisionCaf", Map.of("decisionCaf", "ACCORD"));
        assertThat(parcours)
                .isEnded()
                .hasPassedInOrder(
                        "ServiceTask_AccuserReception",
                        "UserTask_VerifierPieces",
                        "BusinessRuleTask_DeterminerEligibilite",
                        "ServiceTask_EstimerMontant",
                        "UserTask_InstruireDemande",
                        "ServiceTask_DemanderC2s",
                        "ServiceTask_TransmettreCaf",
                        "UserTask_EnregistrerDecisionCaf",
                        "ServiceTask_NotifierAccord",
                        "EndEvent_DroitOuvert");
    }

    @Test
    void transmet_a_la_msa_ce_qui_n_est_pas_a_la_caf() {
        reponses.put("cafCompetente", false);
        lancer();
        assertThat(parcours).isEnded().hasPassed("EndEvent_TransmisOrganisme");
    }

    @Test
    void reprend_la_verification_quand_les_pieces_arrivent() {
        lancer();
        achever("UserTask_VerifierPieces", Map.of("dossierComplet", false));
        achever("UserTask_RecevoirPieces", Map.of());
        assertThat(parcours).isWaitingAt("UserTask_VerifierPieces").hasPassed("ServiceTask_DemanderPieces");
    }

    @Test
    void rappelle_une_fois_puis_laisse_choisir_a_la_fin_du_delai() {
        lancer();
        achever("UserTask_VerifierPieces", Map.of("dossierComplet", false));
        declencher("BoundaryEvent_RappelPieces");
        assertThat(parcours).isWaitingAt("UserTask_RecevoirPieces").hasPassed("EndEvent_RappelEnvoye");
        declencher("BoundaryEvent_DelaiPiecesDepasse");
        achever("UserTask_DeciderSuiteDelai", Map.of("suiteDelai", "CLORE"));
        assertThat(parcours)
                .as("une décision que personne n'a signée ne clôt rien")
                .isNotEnded();
        modele.signaler(parcours, "ClassementAnnule");
        achever("UserTask_DeciderSuiteDelai", Map.of("suiteDelai", "CLORE"));
        modele.signaler(parcours, "ClassementSigne");
        assertThat(parcours).isEnded().hasPassed("EndEvent_ClasseSansSuite");
    }

    @Test
    void prolonge_le_delai_puis_instruit_en_l_etat() {
        lancer();
        achever("UserTask_VerifierPieces", Map.of("dossierComplet", false));
        declencher("BoundaryEvent_DelaiPiecesDepasse");
        achever("UserTask_DeciderSuiteDelai", Map.of("suiteDelai", "PROLONGER"));
        assertThat(parcours).isWaitingAt("UserTask_RecevoirPieces").hasPassed("ServiceTask_ProlongerDelai");
        declencher("BoundaryEvent_DelaiPiecesDepasse");
        achever("UserTask_DeciderSuiteDelai", Map.of("suiteDelai", "INSTRUIRE"));
        assertThat(parcours).isWaitingAt("UserTask_InstruireDemande");
    }

    @Test
    void un_rejet_propose_revient_a_l_instruction_quand_le_responsable_le_refuse() {
        instruireEt("DEFAVORABLE", false);
        achever("UserTask_ValiderRejet", Map.of("rejetValide", false));
        assertThat(parcours).isWaitingAt("UserTask_InstruireDemande");
    }

    @Test
    void un_rejet_propose_revient_a_l_instruction_quand_la_situation_est_corrigee() {
        instruireEt("DEFAVORABLE", false);
        modele.signaler(parcours, "SituationCorrigee");
        assertThat(parcours).isWaitingAtExactly("UserTask_InstruireDemande");
    }

    @Test
    void une_correction_qui_demande_des_pieces_revient_a_leur_verification() {
        lancer();
        achever("UserTask_VerifierPieces", Map.of("dossierComplet", true));
        modele.signaler(parcours, "PiecesADemander");
        assertThat(parcours).isWaitingAtExactly("UserTask_VerifierPieces");
        instruireEt("DEFAVORABLE", false);
        modele.signaler(parcours, "PiecesADemander");
        assertThat(parcours).isWaitingAtExactly("UserTask_VerifierPieces");
    }

    @Test
    void un_rejet_valide_part_a_la_caf_qui_rejette() {
        instruireEt("DEFAVORABLE", false);
        achever("UserTask_ValiderRejet", Map.of("rejetValide", true));
        achever("UserTask_EnregistrerDecisionCaf", Map.of("decisionCaf", "REJET"));
        assertThat(parcours).isEnded().hasPassed("ServiceTask_NotifierRejet", "EndEvent_DroitRejete");
    }

    @Test
    void informe_d_un_autre_droit() {
        instruireEt("AUTRE_DROIT", false);
        assertThat(parcours).isEnded().hasPassed("EndEvent_AutreDroit");
    }

    @Test
    void relance_la_caf_puis_notifie_son_silence() {
        instruireEt("FAVORABLE", false);
        declencher("BoundaryEvent_RelanceCaf");
        assertThat(parcours).isWaitingAt("UserTask_EnregistrerDecisionCaf").hasPassed("EndEvent_CafRelancee");
        declencher("BoundaryEvent_SilenceCaf");
        achever("UserTask_ConstaterSilenceCaf", Map.of("suiteSilence", "RELANCER"));
        assertThat(parcours).isWaitingAt("UserTask_EnregistrerDecisionCaf");
        declencher("BoundaryEvent_SilenceCaf");
        achever("UserTask_ConstaterSilenceCaf", Map.of("suiteSilence", "REJET_IMPLICITE"));
        assertThat(parcours).isEnded().hasPassed("EndEvent_RejetImplicite");
    }

    @Test
    void s_arrete_a_tout_moment_pour_un_desistement_un_depart_un_doublon_ou_un_deces() {
        Map<String, String> fins = Map.of(
                "DesistementDeclare", "EndEvent_DesistementConfirme",
                "DemenagementDeclare", "EndEvent_DemenagementTransmis",
                "DoublonConstate", "EndEvent_DoublonClos",
                "DecesDeclare", "EndEvent_DecesEnregistre");
        fins.forEach((message, fin) -> {
            lancer();
            modele.signaler(parcours, message);
            assertThat(parcours).isEnded().hasPassed(fin);
        });
    }

    @Test
    void une_urgence_ajoute_une_etape_sans_arreter_l_instruction() {
        lancer();
        modele.signaler(parcours, "UrgenceSignalee");
        assertThat(parcours).isWaitingAt("UserTask_VerifierPieces", "UserTask_ProposerSecours");
        complete(task("UserTask_ProposerSecours", parcours));
        assertThat(parcours).isWaitingAtExactly("UserTask_VerifierPieces").hasPassed("EndEvent_SecoursPropose");
    }
}
