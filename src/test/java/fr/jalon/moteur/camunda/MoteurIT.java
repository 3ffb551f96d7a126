package fr.jalon.moteur.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Interdit;
import fr.jalon.dispositif.Delegue;
import fr.jalon.dispositif.Variables;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EtatPiece;
import fr.jalon.dossier.Pieces;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.Francais;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.moteur.Incidents;
import fr.jalon.moteur.Incidents.Incident;
import fr.jalon.moteur.Taches;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the engine does with the application's transactions, failures and variables, on a real MariaDB with delegates of the test. */
@JalonIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MoteurIT {

    private static final String ENTETE = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
              xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="essai">
            """;

    /** A direct write, a write through JPA, then a step that fails or not; all in one transaction. */
    private static final String ECRITURES = ENTETE + """
            <process id="ecritures-d-essai" isExecutable="true" camunda:historyTimeToLive="P1D">
              <startEvent id="debut"/><sequenceFlow id="a" sourceRef="debut" targetRef="jdbc"/>
              <serviceTask id="jdbc" name="Écrire directement" camunda:delegateExpression="${essaiJdbc}"/>
              <sequenceFlow id="b" sourceRef="jdbc" targetRef="jpa"/>
              <serviceTask id="jpa" name="Écrire par JPA" camunda:delegateExpression="${essaiJpa}"/>
              <sequenceFlow id="c" sourceRef="jpa" targetRef="echec"/>
              <serviceTask id="echec" name="Échouer" camunda:delegateExpression="${essaiEchec}"/>
              <sequenceFlow id="d" sourceRef="echec" targetRef="attente"/>
              <receiveTask id="attente"/><sequenceFlow id="e" sourceRef="attente" targetRef="fin"/>
              <endEvent id="fin"/></process></definitions>
            """;

    /** The same writes, done later by a job. */
    private static final String PLUS_TARD = ECRITURES
            .replace("ecritures-d-essai", "ecritures-plus-tard")
            .replace(
                    "camunda:delegateExpression=\"${essaiJdbc}\"",
                    "camunda:asyncBefore=\"true\" camunda:delegateExpression=\"${essaiJdbc}\"");

    @TestConfiguration
    static class DeleguesDEssai {

        static final AtomicBoolean ECHOUER = new AtomicBoolean();

        @Bean
        Delegue essaiJdbc(JdbcTemplate jdbc) {
            return contexte -> {
                jdbc.update(
                        "insert into anomalie (id, quand, source, texte) values (uuid(), '2026-06-01', 'essai', ?)",
                        contexte.dossierId().toString());
                return Variables.aucune();
            };
        }

        @Bean
        Delegue essaiJpa(Dossiers dossiers) {
            return contexte -> {
                dossiers.tracer(contexte.dossierId(), "ESSAI", "Écrit par JPA.", Agent.JALON);
                return Variables.aucune();
            };
        }

        @Bean
        Delegue essaiEchec() {
            return contexte -> {
                if (ECHOUER.get()) {
                    throw new IllegalStateException("panne d'essai");
                }
                return Variables.aucune();
            };
        }
    }

    @Autowired
    private Monde monde;

    @Autowired
    private ProcessEngine moteur;

    @Autowired
    private HorlogeReglable montre;

    @Autowired
    private RuntimeService execution;

    @Autowired
    private ManagementService travaux;

    @Autowired
    private HistoryService histoire;

    @Autowired
    private RepositoryService depot;

    @Autowired
    private Incidents incidents;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private JdbcTemplate jdbc;

    private DossierVue dossier;

    @BeforeAll
    void modelesDEssai() {
        deployer("ecritures-d-essai.bpmn", ECRITURES);
        deployer("ecritures-plus-tard.bpmn", PLUS_TARD);
    }

    @BeforeEach
    void unDossier() {
        montre.regler(EssaiConfiguration.DEPART);
        ClockUtil.setCurrentTime(Date.from(montre.instant()));
        DeleguesDEssai.ECHOUER.set(false);
        dossier = monde.demande();
        monde.travailler();
    }

    @AfterEach
    void nettoyer() {
        DeleguesDEssai.ECHOUER.set(false);
        ClockUtil.reset();
    }

    // --- one transaction

    @Test
    void tout_s_ecrit_ensemble_quand_rien_n_echoue() {
        String instance = lancer("ecritures-d-essai");
        assertThat(ecritures()).containsExactly(1L, 1L);
        assertThat(instances("ecritures-d-essai")).isEqualTo(1);
        execution.deleteProcessInstance(instance, "essai");
    }

    @Test
    void un_echec_defait_l_ecriture_directe_celle_de_jpa_et_celle_du_moteur() {
        long avant = passees();
        DeleguesDEssai.ECHOUER.set(true);
        assertThatThrownBy(() -> lancer("ecritures-d-essai")).hasStackTraceContaining("panne d'essai");
        assertThat(ecritures()).containsExactly(0L, 0L);
        assertThat(instances("ecritures-d-essai")).isZero();
        assertThat(passees()).isEqualTo(avant);
        assertThat(journal()).isZero();
    }

    @Test
    void un_travail_qui_echoue_n_ecrit_rien_et_reussit_ensuite_une_seule_fois() {
        String instance = lancer("ecritures-plus-tard");
        DeleguesDEssai.ECHOUER.set(true);
        for (int essai = 0; essai < 3; essai++) {
            assertThatThrownBy(() -> travaux.executeJob(travail(instance).getId()))
                    .hasStackTraceContaining("panne d'essai");
            assertThat(ecritures()).containsExactly(0L, 0L);
        }
        DeleguesDEssai.ECHOUER.set(false);
        travaux.executeJob(travail(instance).getId());
        assertThat(ecritures()).containsExactly(1L, 1L);
        assertThat(journal()).isEqualTo(1);
        execution.deleteProcessInstance(instance, "essai");
    }

    /** A refusal of the database itself, at the flush after the delegates, undoes the engine too. */
    @Test
    void un_refus_de_la_base_a_la_fin_defait_tout() {
        long avant = instances("ecritures-d-essai");
        String tropLong = "x".repeat(5_000);
        assertThatThrownBy(() -> execution.startProcessInstanceByKey(
                        "ecritures-d-essai",
                        dossier.numero(),
                        Map.of("dossierId", dossier.id().toString(), "trop", tropLong)))
                .isInstanceOf(RuntimeException.class);
        assertThat(ecritures()).containsExactly(0L, 0L);
        assertThat(instances("ecritures-d-essai")).isEqualTo(avant);
    }

    // --- failures

    @Test
    void un_travail_en_echec_est_repris_aux_heures_prevues_puis_devient_un_incident_qu_on_relance() {
        String instance = lancer("ecritures-plus-tard");
        DeleguesDEssai.ECHOUER.set(true);
        for (Duration attente :
                List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1))) {
            echouer(instance);
            Job repris = travail(instance);
            assertThat(lesIncidents())
                    .as("dès le premier échec, avec l'heure du prochain essai")
                    .singleElement()
                    .satisfies(i -> {
                        assertThat(i.arrete()).isFalse();
                        assertThat(i.prochainEssai())
                                .isEqualTo(repris.getDuedate().toInstant());
                    });
            assertThat(repris.getDuedate()).isEqualTo(Date.from(montre.instant().plus(attente)));
            assertThat(dus(instance)).isZero();
            montre.avancer(attente.plusSeconds(1));
            ClockUtil.setCurrentTime(Date.from(montre.instant()));
            assertThat(dus(instance)).isEqualTo(1);
        }
        echouer(instance);

        Incident incident = lesIncidents().get(0);
        assertThat(lesIncidents()).hasSize(1);
        assertThat(travail(instance).getRetries()).isZero();
        assertThat(incident.numeroDossier()).isEqualTo(dossier.numero());
        assertThat(incident.etape()).isEqualTo("Échouer");
        Francais.verifier(incident.raison());
        assertThat(incident.raison()).contains("« Échouer »").doesNotContain("panne d'essai");
        assertThat(incident.detail()).contains("panne d'essai");
        assertThat(incident.depuis()).isEqualTo(montre.instant());

        relancer(instance, incident);
    }

    private void relancer(String instance, Incident incident) {
        assertThatThrownBy(() -> incidents.relancer(incident.id(), monde.instructeur()))
                .isInstanceOf(Interdit.class);
        Agent admin = monde.agent("admin.essai", Role.ADMIN, null);
        // The cause is still there: it fails once more and stays in the list.
        incidents.relancer(incident.id(), admin);
        echouer(instance);
        assertThat(lesIncidents()).hasSize(1);
        DeleguesDEssai.ECHOUER.set(false);
        incidents.relancer(lesIncidents().get(0).id(), admin);
        monde.travailler();
        assertThat(lesIncidents()).isEmpty();
        assertThat(ecritures()).containsExactly(1L, 1L);
        assertThat(dossiers.histoire(dossier.id()))
                .filteredOn(e -> e.nature().equals("INCIDENT"))
                .hasSize(2)
                .allSatisfy(e -> assertThat(e.texte()).contains("« Échouer » est relancée"));
        assertThatThrownBy(() -> incidents.relancer(incident.id(), admin))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("a abouti entre-temps");
        execution.deleteProcessInstance(instance, "essai");
    }

    /** The engine's own cleaning belongs to no path: its failure is shown like the others. */
    @Test
    void un_incident_hors_de_tout_parcours_se_montre_et_se_relance_aussi() {
        Job nettoyage = histoire.findHistoryCleanupJobs().get(0);
        travaux.setJobRetries(nettoyage.getId(), 0);
        try {
            assertThat(lesIncidents()).singleElement().satisfies(i -> {
                Francais.verifier(i.raison());
                assertThat(i.numeroDossier()).isEmpty();
                assertThat(i.etape()).isNotBlank();
            });
            incidents.relancer(lesIncidents().get(0).id(), monde.agent("admin.essai", Role.ADMIN, null));
            assertThat(lesIncidents()).isEmpty();
        } finally {
            travaux.setJobRetries(nettoyage.getId(), 3);
        }
    }

    // --- variables

    @ParameterizedTest
    @ValueSource(strings = {"🙂", "👩‍👩‍👧 Zoé", "𝕁alon", "مرحبا", "e\u0301", "Œuvré d’été"})
    void une_variable_garde_toute_ecriture(String texte) {
        String instance = execution
                .startProcessInstanceByKey(
                        "ecritures-d-essai",
                        "essai " + texte,
                        Map.of("dossierId", dossier.id().toString(), "texte", texte))
                .getId();
        assertThat(execution.getVariable(instance, "texte")).isEqualTo(texte);
        assertThat(execution
                        .createProcessInstanceQuery()
                        .variableValueEquals("texte", texte)
                        .count())
                .isEqualTo(1);
        execution.setVariable(instance, "texte", texte + texte);
        assertThat(histoire.createHistoricVariableInstanceQuery()
                        .processInstanceId(instance)
                        .variableName("texte")
                        .singleResult()
                        .getValue())
                .isEqualTo(texte + texte);
        assertThat(histoire.createHistoricProcessInstanceQuery()
                        .processInstanceId(instance)
                        .singleResult()
                        .getBusinessKey())
                .isEqualTo("essai " + texte);
        execution.deleteProcessInstance(instance, texte);
    }

    /** Any class of Java would do; the engine would keep its bytes and read them back. */
    static final class Objet implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void une_variable_objet_est_refusee_de_toutes_les_facons_de_l_ecrire() {
        String instance = lancer("ecritures-d-essai");
        TypedValue type = org.camunda.bpm.engine.variable.Variables.objectValue(new Objet())
                .create();
        TypedValue serialise = org.camunda.bpm.engine.variable.Variables.serializedObjectValue("rO0ABXQAAWE=")
                .objectTypeName("java.lang.String")
                .serializationDataFormat("application/x-java-serialized-object")
                .create();
        for (Object valeur : List.of(new Objet(), new HashMap<>(Map.of("a", "b")), List.of("a"), type, serialise)) {
            assertThatThrownBy(() -> execution.setVariable(instance, "objet", valeur))
                    .as(valeur.getClass().getSimpleName())
                    .isInstanceOf(RuntimeException.class);
            assertThatThrownBy(() -> execution.startProcessInstanceByKey(
                            "ecritures-d-essai",
                            Map.of("dossierId", dossier.id().toString(), "objet", valeur)))
                    .as(valeur.getClass().getSimpleName())
                    .isInstanceOf(RuntimeException.class);
        }
        assertThat(execution.getVariables(instance)).doesNotContainKey("objet");
        assertThat(jdbc.queryForList("select distinct VAR_TYPE_ from ACT_HI_VARINST", String.class))
                .doesNotContain("serializable", "object");
        execution.setVariable(instance, "objet", "un code");
        assertThat(execution.getVariable(instance, "objet")).isEqualTo("un code");
        execution.deleteProcessInstance(instance, "essai");
    }

    /** The facts of a decision are kept to be read again in years: as text, never as bytes of Java. */
    @Test
    void les_faits_d_une_decision_se_relisent_et_aucun_n_est_un_objet_java() {
        String instance = lancer("ecritures-d-essai");
        Map<String, Object> faits = Map.of(
                "montant",
                new BigDecimal("1234567.89"),
                "jour",
                LocalDate.of(2026, 3, 29),
                "rien",
                new BigDecimal("0"));
        faits.forEach((nom, valeur) -> execution.setVariable(instance, nom, valeur));
        faits.forEach((nom, valeur) ->
                assertThat(execution.getVariable(instance, nom)).isEqualTo(valeur));
        faits.forEach((nom, valeur) -> assertThat(histoire.createHistoricVariableInstanceQuery()
                        .processInstanceId(instance)
                        .variableName(nom)
                        .singleResult()
                        .getValue())
                .isEqualTo(valeur));
        assertThat(jdbc.queryForObject(
                        "select TEXT_ from ACT_RU_VARIABLE where PROC_INST_ID_ = ? and NAME_ = 'montant'",
                        String.class,
                        instance))
                .isEqualTo("1234567.89");
        execution.deleteProcessInstance(instance, "essai");
    }

    @Test
    void une_vraie_decision_garde_ses_entrees_ses_sorties_et_rien_en_java() {
        DossierVue instruit = monde.demande();
        monde.travailler();
        Pieces pieces = monde.bean(Pieces.class);
        pieces.liste(instruit.id())
                .forEach(p -> pieces.juger(
                        instruit.id(), p.type(), EtatPiece.SANS_OBJET, "Pas nécessaire ici.", monde.instructeur()));
        String tache = moteur.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(instruit.numero())
                .singleResult()
                .getId();
        monde.bean(Taches.class).achever(tache, Map.of("resultat", "COMPLET"), monde.instructeur());
        monde.travailler();

        HistoricDecisionInstance decision = histoire.createHistoricDecisionInstanceQuery()
                .decisionDefinitionKey("eligibilite-rsa")
                .includeInputs()
                .includeOutputs()
                .list()
                .get(0);
        assertThat(decision.getInputs()).isNotEmpty().allSatisfy(entree -> {
            assertThat(entree.getErrorMessage()).isNull();
            assertThat(entree.getTypeName()).isNotEqualTo("object");
        });
        assertThat(decision.getInputs())
                .anySatisfy(e -> assertThat(e.getValue()).isInstanceOf(Number.class));
        assertThat(decision.getOutputs())
                .isNotEmpty()
                .allSatisfy(s -> assertThat(s.getErrorMessage()).isNull());
        for (String table : List.of("ACT_HI_DEC_IN", "ACT_HI_DEC_OUT", "ACT_HI_VARINST", "ACT_HI_DETAIL")) {
            assertThat(jdbc.queryForList("select distinct VAR_TYPE_ from " + table, String.class))
                    .as(table)
                    .isNotEmpty()
                    .doesNotContain("serializable", "object", "passager");
        }
        assertThat(jdbc.queryForObject(
                        "select count(*) from ACT_GE_BYTEARRAY where hex(left(BYTES_, 2)) = 'ACED'", Long.class))
                .as("octets d'objets Java")
                .isZero();
    }

    // --- scripts

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<scriptTask id=\"t\" scriptFormat=\"javascript\"><script>1+1</script></scriptTask>",
                "<scriptTask id=\"t\" scriptFormat=\"groovy\"><script>1+1</script></scriptTask>",
                "<scriptTask id=\"t\" scriptFormat=\"juel\"><script>${1+1}</script></scriptTask>",
                "<scriptTask id=\"t\" scriptFormat=\"feel\"><script>1+1</script></scriptTask>",
                "<scriptTask id=\"t\" scriptFormat=\"feel\" camunda:resource=\"x.js\"/>",
                "<receiveTask id=\"t\"><extensionElements><camunda:executionListener event=\"start\"><camunda:script"
                        + " scriptFormat=\"feel\">1+1</camunda:script></camunda:executionListener></extensionElements></receiveTask>",
                "<receiveTask id=\"t\"><extensionElements><camunda:inputOutput><camunda:inputParameter name=\"x\"><camunda:script"
                        + " scriptFormat=\"feel\">1+1</camunda:script></camunda:inputParameter></camunda:inputOutput>"
                        + "</extensionElements></receiveTask>",
                "<userTask id=\"t\"><extensionElements><camunda:taskListener event=\"create\"><camunda:script"
                        + " scriptFormat=\"feel\">1+1</camunda:script></camunda:taskListener></extensionElements></userTask>"
            })
    void un_modele_qui_porte_un_script_n_est_pas_publie(String element) {
        assertThatThrownBy(() -> deployer("script-d-essai.bpmn", modele(element, "")))
                .isInstanceOf(ParseException.class)
                .hasMessageContaining("script");
        assertThat(depot.createProcessDefinitionQuery()
                        .processDefinitionKey("script-d-essai")
                        .count())
                .isZero();
    }

    @Test
    void une_condition_ecrite_en_script_n_est_pas_publiee() {
        String condition =
                "<conditionExpression xsi:type=\"tFormalExpression\" language=\"%s\">1 = 1</conditionExpression>";
        for (String langue : List.of("feel", "javascript", "groovy")) {
            assertThatThrownBy(() -> deployer(
                            "script-d-essai.bpmn", modele("<receiveTask id=\"t\"/>", condition.formatted(langue))))
                    .isInstanceOf(ParseException.class)
                    .hasMessageContaining("script");
        }
        assertThatCode(() -> deployer(
                        "script-d-essai-juste.bpmn",
                        modele("<receiveTask id=\"t\"/>", "").replace("script-d-essai", "script-d-essai-juste")))
                .doesNotThrowAnyException();
    }

    @Test
    void aucun_langage_ne_s_execute_meme_celui_des_tables() {
        var reglages = (ProcessEngineConfigurationImpl) moteur.getProcessEngineConfiguration();
        for (String langue : List.of("javascript", "groovy", "juel", "feel", "http://www.omg.org/spec/FEEL/20140401")) {
            assertThatThrownBy(() -> reglages.getScriptingEngines().getScriptEngineForLanguage(langue))
                    .as(langue)
                    .isInstanceOf(RuntimeException.class);
        }
    }

    private static String modele(String element, String condition) {
        return ENTETE + """
                <process id="script-d-essai" isExecutable="true" camunda:historyTimeToLive="P1D"><startEvent id="debut"/>
                <sequenceFlow id="a" sourceRef="debut" targetRef="t">%s</sequenceFlow>%s
                <sequenceFlow id="b" sourceRef="t" targetRef="fin"/><endEvent id="fin"/></process></definitions>
                """.formatted(condition, element);
    }

    private void deployer(String fichier, String modele) {
        depot.createDeployment().name(fichier).addString(fichier, modele).deploy();
    }

    private String lancer(String cle) {
        return execution
                .startProcessInstanceByKey(
                        cle,
                        dossier.numero() + "-essai",
                        Map.of("dossierId", dossier.id().toString()))
                .getId();
    }

    private Job travail(String instance) {
        return travaux.createJobQuery().processInstanceId(instance).singleResult();
    }

    private void echouer(String instance) {
        assertThatThrownBy(() -> travaux.executeJob(travail(instance).getId()))
                .hasStackTraceContaining("panne d'essai");
    }

    private long dus(String instance) {
        return travaux.createJobQuery().processInstanceId(instance).executable().count();
    }

    private List<Incident> lesIncidents() {
        return incidents.ouverts();
    }

    /** Rows of the direct write, then of JPA's. */
    private List<Long> ecritures() {
        return List.of(
                compter(
                        "select count(*) from anomalie where texte = ?",
                        dossier.id().toString()),
                compter(
                        "select count(*) from dossier_evenement where nature = 'ESSAI' and dossier_id = ?",
                        dossier.id()));
    }

    private long journal() {
        return compter("select count(*) from journal_entree where nature = 'ESSAI' and objet = ?", dossier.numero());
    }

    private long instances(String cle) {
        return execution.createProcessInstanceQuery().processDefinitionKey(cle).count();
    }

    private long passees() {
        return histoire.createHistoricProcessInstanceQuery().count();
    }

    private long compter(String sql, Object parametre) {
        Long nombre = jdbc.queryForObject(sql, Long.class, parametre);
        return nombre == null ? 0 : nombre;
    }
}
