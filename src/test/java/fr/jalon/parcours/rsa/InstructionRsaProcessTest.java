package fr.jalon.parcours.rsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real model with the features faked: the happy path, each detour, and the share of the flows that were taken. */
class InstructionRsaProcessTest {

    private static final Set<String> FLUX_PRIS = new HashSet<>();
    private static final Date PLUS_TARD = new Date(System.currentTimeMillis() + 86_400_000L);
    private static ProcessEngine moteur;

    private final Map<String, Object> reponses = new HashMap<>();
    private static Map<String, Object> reponsesCourantes = new HashMap<>();
    private ProcessInstance parcours;

    @BeforeAll
    static void demarrer() throws IOException {
        StandaloneInMemProcessEngineConfiguration reglages = new StandaloneInMemProcessEngineConfiguration();
        reglages.setProcessEngineName("essai-rsa");
        reglages.setJdbcUrl("jdbc:h2:mem:essai-rsa;DB_CLOSE_DELAY=-1");
        reglages.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        reglages.setJobExecutorActivate(false);
        Map<Object, Object> beans = new HashMap<>();
        for (String nom : BeansDesModeles.noms()) {
            beans.put(
                    nom, nom.equals("faitsEligibilite") || nom.equals("suiteEligibilite") ? ecouteur(nom) : delegue());
        }
        reglages.setBeans(beans);
        reglages.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new SuiviDesFlux())));
        moteur = reglages.buildProcessEngine();
        ProcessEngineTests.init(moteur);
        DeploymentBuilder lot = moteur.getRepositoryService().createDeployment().name("instruction-rsa");
        lot.addString("instruction-rsa.bpmn", Files.readString(Path.of("processes/instruction-rsa.bpmn")));
        lot.addString("eligibilite-rsa.dmn", Files.readString(Path.of("decisions/eligibilite-rsa.dmn")));
        try (Stream<Path> formulaires = Files.list(Path.of("forms"))) {
            for (Path formulaire : formulaires.toList()) {
                lot.addString(formulaire.getFileName().toString(), Files.readString(formulaire));
            }
        }
        lot.deploy();
    }

    /** Remembers each flow that a token took. */
    private static final class SuiviDesFlux extends AbstractBpmnParseListener {

        @Override
        public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flux) {
            flux.addListener(
                    ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> FLUX_PRIS.add(flux.getId()));
        }
    }

    private static JavaDelegate delegue() {
        return execution -> execution.setVariables(new HashMap<>(reponsesCourantes));
    }

    private static ExecutionListener ecouteur(String nom) {
        return execution -> {
            if (nom.equals("faitsEligibilite")) {
                execution.setVariableLocal("ageDemandeur", 40);
                for (String fait : List.of(
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
                        "droitsPrioritairesDemandes")) {
                    execution.setVariableLocal(fait, null);
                }
            }
        };
    }

    @AfterAll
    static void arreter() throws IOException {
        Set<String> tous = Bpmn.readModelFromFile(
                        Path.of("processes/instruction-rsa.bpmn").toFile())
                .getModelElementsByType(SequenceFlow.class)
                .stream()
                .map(SequenceFlow::getId)
                .collect(Collectors.toCollection(TreeSet::new));
        moteur.close();
        Set<String> jamais = new TreeSet<>(tous);
        jamais.removeAll(FLUX_PRIS);
        assertThat((double) jamais.size() / tous.size())
                .as("flux jamais pris : " + jamais)
                .isLessThanOrEqualTo(0.05);
    }

    @BeforeEach
    void ouvrir() {
        reponses.put("cafCompetente", true);
        reponses.put("dateRappelPieces", PLUS_TARD);
        reponses.put("dateFinPieces", PLUS_TARD);
        reponses.put("dateRelanceCaf", PLUS_TARD);
        reponses.put("dateSilenceCaf", PLUS_TARD);
        reponsesCourantes = reponses;
    }

    @AfterEach
    void fermer() {
        moteur.getRuntimeService()
                .createProcessInstanceQuery()
                .list()
                .forEach(p -> moteur.getRuntimeService().deleteProcessInstance(p.getId(), "fin du test"));
    }

    private void lancer() {
        parcours = execution()
                .startProcessInstanceByKey(
                        "instruction-rsa",
                        "RSA-2026-000001",
                        Map.of("dossierId", "0", "antenne", "KLEBER", "urgent", false));
        suivre();
    }

    /** Runs the automatic steps, never the timers. */
    private void suivre() {
        for (Job travail = prochain(); travail != null; travail = prochain()) {
            execute(travail);
        }
    }

    private Job prochain() {
        return moteur.getManagementService().createJobQuery().messages().list().stream()
                .findFirst()
                .orElse(null);
    }

    private void declencher(String minuteur) {
        execute(job(minuteur, parcours));
        suivre();
    }

    private void achever(String etape, Map<String, Object> variables) {
        assertThat(parcours).isWaitingAt(etape);
        complete(task(etape, parcours), variables);
        suivre();
    }

    private void instruireEt(String proposition, boolean c2s) {
        lancer();
        achever("UserTask_VerifierPieces", Map.of("dossierComplet", true));
        achever("UserTask_InstruireDemande", Map.of("proposition", proposition, "c2sDemandee", c2s));
    }

    private static RuntimeService execution() {
        return moteur.getRuntimeService();
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
            execution()
                    .createMessageCorrelation(message)
                    .processInstanceId(parcours.getId())
                    .correlateWithResult();
            suivre();
            assertThat(parcours).isEnded().hasPassed(fin);
        });
    }

    @Test
    void une_urgence_ajoute_une_etape_sans_arreter_l_instruction() {
        lancer();
        execution()
                .createMessageCorrelation("UrgenceSignalee")
                .processInstanceId(parcours.getId())
                .correlateWithResult();
        assertThat(parcours).isWaitingAt("UserTask_VerifierPieces", "UserTask_ProposerSecours");
        complete(task("UserTask_ProposerSecours", parcours));
        assertThat(parcours).isWaitingAtExactly("UserTask_VerifierPieces").hasPassed("EndEvent_SecoursPropose");
    }
}
