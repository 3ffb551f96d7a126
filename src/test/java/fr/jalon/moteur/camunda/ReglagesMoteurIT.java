package fr.jalon.moteur.camunda;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.jalon.dispositif.Delegue;
import fr.jalon.dispositif.FaitsDecision;
import fr.jalon.dispositif.SuiteDecision;
import fr.jalon.essais.JalonIT;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import javax.script.ScriptEngineFactory;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The settings that security asks of the engine, read on the engine that runs. */
@JalonIT
class ReglagesMoteurIT {

    @Autowired
    private ProcessEngine moteur;

    @Autowired
    private DataSource base;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private EntityManagerFactory jpa;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Environment reglages;

    @Autowired
    private ListableBeanFactory beans;

    private SpringProcessEngineConfiguration moteur() {
        return (SpringProcessEngineConfiguration) moteur.getProcessEngineConfiguration();
    }

    // --- database

    @Test
    void la_base_isole_en_read_committed_cote_reserve_et_cote_serveur() throws SQLException {
        try (Connection connexion = base.getConnection()) {
            assertThat(connexion.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
        }
        assertThat(jdbc.queryForObject("select @@global.tx_isolation", String.class))
                .isEqualTo("READ-COMMITTED");
        assertThat(moteur().getSkipIsolationLevelCheck()).isFalse();
        assertThat(moteur().getDatabaseType()).isEqualTo("mysql");
    }

    @Test
    void les_instants_partent_en_utc_et_la_base_ne_voit_que_son_schema() {
        assertThat(((HikariDataSource) base).getJdbcUrl())
                .contains("connectionTimeZone=UTC")
                .contains("preserveInstants=true")
                .contains("forceConnectionTimeZoneToSession=true")
                .contains("nullDatabaseMeansCurrent=true");
        assertThat(jdbc.queryForObject("select @@session.time_zone", String.class))
                .isEqualTo("+00:00");
    }

    @Test
    void le_moteur_et_jpa_partagent_la_base_et_les_transactions() {
        assertThat(moteur().getTransactionManager()).isSameAs(transactions);
        assertThat(transactions).isInstanceOf(JpaTransactionManager.class);
        assertThat(((JpaTransactionManager) transactions).getDataSource()).isSameAs(base);
        assertThat(((JpaTransactionManager) transactions).getEntityManagerFactory())
                .isSameAs(jpa);
        assertThat(moteur().isTransactionsExternallyManaged()).isTrue();
    }

    /** The stock scripts would cut milliseconds off and refuse emojis. */
    @Test
    void chaque_table_du_moteur_garde_les_millisecondes_et_toute_ecriture() {
        assertThat(jdbc.queryForList(
                        "select concat(table_name, '.', column_name) from information_schema.columns where table_schema ="
                                + " database() and table_name like 'ACT\\_%' and data_type in ('datetime', 'timestamp')"
                                + " and datetime_precision < 3",
                        String.class))
                .isEmpty();
        assertThat(jdbc.queryForList(
                        "select concat(table_name, '.', column_name) from information_schema.columns where table_schema ="
                                + " database() and table_name like 'ACT\\_%' and collation_name <> 'utf8mb4_bin'"
                                + " and collation_name is not null",
                        String.class))
                .isEmpty();
        assertThat(jdbc.queryForList(
                        "select table_name from information_schema.tables t where table_schema = database() and table_type ="
                                + " 'BASE TABLE' and not exists (select 1 from information_schema.table_constraints c where"
                                + " c.table_schema = t.table_schema and c.table_name = t.table_name and c.constraint_type ="
                                + " 'PRIMARY KEY')",
                        String.class))
                .as("tables sans clé primaire")
                .isEmpty();
        assertThat(moteur().getDatabaseSchemaUpdate()).isEqualTo(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
    }

    // --- what is closed

    @Test
    void rien_ne_se_deserialise_ni_ne_s_interprete() {
        assertThat(moteur().isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(moteur().isJavaSerializationFormatEnabled()).isFalse();
        assertThat(moteur().getVariableSerializers().getSerializerByName("serializable"))
                .isNull();
        assertThat(moteur().isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(moteur().isEnableExpressionsInStoredQueries()).isFalse();
        assertThat(moteur().isEnableScriptEngineLoadExternalResources()).isFalse();
        assertThat(moteur().isEnableXxeProcessing()).isFalse();
        assertThat(moteur().isEnableScriptEngineNashornCompatibility()).isFalse();
        assertThat(moteur().isAutoStoreScriptVariables()).isFalse();
        assertThat(moteur().isCmmnEnabled()).isFalse();
        assertThat(moteur().isDbIdentityUsed()).isFalse();
        assertThat(moteur().getQueryMaxResultsLimit()).isEqualTo(1000);
    }

    @Test
    void les_expressions_ne_voient_que_les_beans_inscrits() {
        Set<String> inscrits = new HashSet<>();
        for (Class<?> type : List.of(Delegue.class, FaitsDecision.class, SuiteDecision.class)) {
            inscrits.addAll(Arrays.asList(beans.getBeanNamesForType(type)));
        }
        assertThat(inscrits).contains("accuserReception", "faitsEligibilite", "suiteEligibilite");
        assertThat(moteur().getBeans().keySet()).isEqualTo(Set.<Object>copyOf(inscrits));
    }

    // --- retries and cleaning

    @Test
    void les_reprises_puis_l_incident_sont_ceux_prevus() {
        assertThat(moteur().getFailedJobRetryTimeCycle()).isEqualTo("PT10S,PT1M,PT10M,PT1H");
        JobExecutor travaux = moteur().getJobExecutor();
        assertThat(travaux.getLockTimeInMillis()).isEqualTo(60_000);
        assertThat(travaux.getWaitTimeInMillis()).isEqualTo(500);
        assertThat(travaux.getMaxWait()).isEqualTo(5_000);
        assertThat(travaux.getBackoffTimeInMillis()).isEqualTo(25);
        assertThat(travaux.getMaxBackoff()).isEqualTo(2_000);
        assertThat(travaux.isActive()).isEqualTo(reglages.getProperty("jalon.moteur.travaux.actifs", Boolean.class));
    }

    /** A job that ran while the context was still being built published facts that nobody heard. */
    @Test
    void les_travaux_commencent_apres_les_modeles_et_quand_chacun_ecoute() {
        assertThat(moteur().isJobExecutorActivate()).isFalse();
        assertThat(moteur().getJobExecutor().isAutoActivate()).isFalse();
        assertThat(DemarrageDesTravaux.PHASE).isGreaterThan(DeploiementDesModeles.PHASE);
        assertThat(beans.getBean(DemarrageDesTravaux.class).isRunning())
                .isEqualTo(moteur().getJobExecutor().isActive());
    }

    @Test
    void l_histoire_est_complete_et_se_nettoie_la_nuit_hors_de_l_heure_des_changements() {
        assertThat(moteur().getHistory()).isEqualTo(ProcessEngineConfiguration.HISTORY_FULL);
        assertThat(moteur().isEnforceHistoryTimeToLive()).isTrue();
        LocalTime debut = LocalTime.parse(moteur().getHistoryCleanupBatchWindowStartTime());
        LocalTime fin = LocalTime.parse(moteur().getHistoryCleanupBatchWindowEndTime());
        assertThat(debut).isAfterOrEqualTo(LocalTime.of(3, 0)).isBefore(fin);
        assertThat(moteur.getHistoryService().findHistoryCleanupJobs())
                .isNotEmpty()
                .allSatisfy(job -> {
                    LocalDateTime due =
                            LocalDateTime.ofInstant(job.getDuedate().toInstant(), fr.jalon.commun.Horloge.PARIS);
                    assertThat(due.toLocalTime()).isBetween(debut, fin);
                });
    }

    // --- class path

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.camunda.bpm.engine.rest.impl.CamundaRestResources",
                "org.camunda.bpm.engine.rest.ProcessEngineRestService",
                "org.camunda.bpm.webapp.impl.security.auth.AuthenticationFilter",
                "org.camunda.bpm.cockpit.Cockpit",
                "org.camunda.bpm.admin.Admin",
                "org.camunda.bpm.tasklist.Tasklist",
                "org.camunda.bpm.welcome.Welcome",
                "org.camunda.connect.Connectors",
                "org.camunda.bpm.engine.impl.bpmn.mail.MailTaskConnector"
            })
    void ni_l_api_rest_ni_les_ecrans_du_moteur_ne_sont_la(String classe) {
        assertThat(getClass().getClassLoader().getResource(classe.replace('.', '/') + ".class"))
                .isNull();
    }

    /** By the packages themselves, in every jar: a name of class that changed would hide them from the test above. */
    @Test
    void aucun_jar_ne_porte_un_paquet_de_l_api_rest_ou_des_ecrans_du_moteur() throws IOException {
        List<String> interdits = List.of(
                "org/camunda/bpm/engine/rest/",
                "org/camunda/bpm/webapp/",
                "org/camunda/bpm/cockpit/",
                "org/camunda/bpm/admin/",
                "org/camunda/bpm/tasklist/",
                "org/camunda/bpm/welcome/",
                "META-INF/resources/webjars/camunda",
                "org/codehaus/groovy/",
                "org/python/",
                "org/jruby/",
                "org/graalvm/polyglot/",
                "org/openjdk/nashorn/");
        int moteurs = 0;
        for (String chemin : System.getProperty("java.class.path").split(System.getProperty("path.separator"))) {
            if (!chemin.endsWith(".jar")) {
                continue;
            }
            try (JarFile jar = new JarFile(Path.of(chemin).toFile());
                    Stream<String> entrees = jar.stream().map(e -> e.getName())) {
                List<String> noms = entrees.toList();
                moteurs += noms.contains("org/camunda/bpm/engine/ProcessEngine.class") ? 1 : 0;
                assertThat(noms).as(chemin).noneMatch(nom -> interdits.stream().anyMatch(nom::startsWith));
            }
        }
        assertThat(moteurs).as("le moteur est bien parmi les jars lus").isEqualTo(1);
    }

    /** What lies in the jars of the engine and of FEEL is refused by its resolver (MoteurIT); nothing else is there. */
    @Test
    void aucun_langage_de_script_ne_vient_d_ailleurs_que_du_moteur() {
        assertThat(ServiceLoader.load(ScriptEngineFactory.class))
                .extracting(f -> f.getClass().getName())
                .allMatch(nom -> nom.startsWith("org.camunda.feel.") || nom.startsWith("org.camunda.bpm.engine."));
        assertThat(moteur().getScriptEngineResolver()).isInstanceOf(RefusDesScripts.class);
        assertThat(moteur().getDmnEngineConfiguration().getScriptEngineResolver())
                .as("les tables aussi passent par le refus")
                .isSameAs(moteur().getScriptingEngines());
    }
}
