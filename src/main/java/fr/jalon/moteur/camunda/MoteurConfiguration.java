package fr.jalon.moteur.camunda;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The embedded engine, on the same data source and in the same transactions as JPA, with the settings of the security
 * requirements: no script, no object variable, a closed list of beans, bounded queries, retries that end in an incident.
 */
@Configuration(proxyBeanMethods = false)
class MoteurConfiguration {

    private static final String REPRISES = "PT10S,PT1M,PT10M,PT1H";
    private static final int MAX_RESULTATS = 1000;

    @Bean
    ThreadPoolTaskExecutor executeurDesTravaux(@Value("${jalon.moteur.travaux.fils:3}") int fils) {
        ThreadPoolTaskExecutor executeur = new ThreadPoolTaskExecutor();
        executeur.setCorePoolSize(fils);
        executeur.setMaxPoolSize(fils);
        executeur.setQueueCapacity(30);
        executeur.setThreadNamePrefix("travaux-");
        executeur.setWaitForTasksToCompleteOnShutdown(true);
        executeur.setAwaitTerminationSeconds(20);
        return executeur;
    }

    @Bean
    JobExecutor ordonnanceur(TaskExecutor executeurDesTravaux) {
        SpringJobExecutor ordonnanceur = new SpringJobExecutor();
        ordonnanceur.setTaskExecutor(executeurDesTravaux);
        ordonnanceur.setLockTimeInMillis(60_000);
        ordonnanceur.setWaitTimeInMillis(500);
        ordonnanceur.setMaxWait(5_000);
        ordonnanceur.setBackoffTimeInMillis(25);
        ordonnanceur.setMaxBackoff(2_000);
        ordonnanceur.setMaxJobsPerAcquisition(8);
        return ordonnanceur;
    }

    @Bean
    @DependsOnDatabaseInitialization
    SpringProcessEngineConfiguration reglagesDuMoteur(
            DataSource dataSource,
            PlatformTransactionManager transactionManager,
            JobExecutor ordonnanceur,
            RegistreDesDelegues registre,
            EcouteDesTaches ecoute,
            CollecteDesEvaluations collecte) {
        SpringProcessEngineConfiguration reglages = new SpringProcessEngineConfiguration();
        reglages.setProcessEngineName("jalon");
        reglages.setDataSource(dataSource);
        reglages.setTransactionManager(transactionManager);
        reglages.setDatabaseType("mysql");
        reglages.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
        reglages.setIdGenerator(new StrongUuidGenerator());
        reglages.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        reglages.setEnforceHistoryTimeToLive(true);
        reglages.setHistoryCleanupBatchWindowStartTime("04:00");
        reglages.setHistoryCleanupBatchWindowEndTime("05:30");
        reglages.setJobExecutor(ordonnanceur);
        reglages.setJobExecutorActivate(false);
        reglages.setFailedJobRetryTimeCycle(REPRISES);
        reglages.setQueryMaxResultsLimit(MAX_RESULTATS);
        reglages.setBeans(beansVisibles(registre));
        RefusDesScripts refus = new RefusDesScripts();
        reglages.setCustomPreBPMNParseListeners(new ArrayList<>(List.of(refus)));
        reglages.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(ecoute)));
        reglages.setScriptEngineResolver(refus);
        reglages.setProcessEnginePlugins(new ArrayList<>(List.of(new FormatsDesVariables())));
        fermer(reglages);
        DefaultDmnEngineConfiguration dmn = new DefaultDmnEngineConfiguration();
        dmn.setCustomPostDecisionEvaluationListeners(new ArrayList<>(List.of(collecte)));
        reglages.setDmnEngineConfiguration(dmn);
        return reglages;
    }

    /** What the engine could do and Jalon never wants. */
    private static void fermer(SpringProcessEngineConfiguration reglages) {
        reglages.setDeserializationTypeValidationEnabled(true);
        reglages.setJavaSerializationFormatEnabled(false);
        reglages.setEnableExpressionsInAdhocQueries(false);
        reglages.setEnableExpressionsInStoredQueries(false);
        reglages.setEnableScriptEngineLoadExternalResources(false);
        reglages.setEnableScriptEngineNashornCompatibility(false);
        reglages.setAutoStoreScriptVariables(false);
        reglages.setAuthorizationEnabled(false);
        reglages.setDbIdentityUsed(false);
        reglages.setCmmnEnabled(false);
        reglages.setMetricsEnabled(false);
        reglages.setTaskMetricsEnabled(false);
        reglages.setDbMetricsReporterActivate(false);
        reglages.setSkipIsolationLevelCheck(false);
    }

    private static Map<Object, Object> beansVisibles(RegistreDesDelegues registre) {
        return new HashMap<>(registre.beansDuMoteur());
    }

    @Bean
    ProcessEngineFactoryBean moteur(SpringProcessEngineConfiguration reglagesDuMoteur) {
        ProcessEngineFactoryBean fabrique = new ProcessEngineFactoryBean();
        fabrique.setProcessEngineConfiguration(reglagesDuMoteur);
        return fabrique;
    }

    @Bean
    RuntimeService runtimeService(ProcessEngine moteur) {
        return moteur.getRuntimeService();
    }

    @Bean
    TaskService taskService(ProcessEngine moteur) {
        return moteur.getTaskService();
    }

    @Bean
    RepositoryService repositoryService(ProcessEngine moteur) {
        return moteur.getRepositoryService();
    }

    @Bean
    HistoryService historyService(ProcessEngine moteur) {
        return moteur.getHistoryService();
    }

    @Bean
    ManagementService managementService(ProcessEngine moteur) {
        return moteur.getManagementService();
    }

    @Bean
    DecisionService decisionService(ProcessEngine moteur) {
        return moteur.getDecisionService();
    }
}
