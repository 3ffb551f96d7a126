package fr.jalon.bench;

import com.zaxxer.hikari.HikariDataSource;
import fr.jalon.JalonApplication;
import fr.jalon.agent.Agent;
import fr.jalon.dossier.Canal;
import fr.jalon.essais.BaseDEssai;
import fr.jalon.essais.BaseReelle;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.Monde;
import fr.jalon.rsa.DemandesRsa;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * Dossiers created a second (claim checked, dossier, pieces, history, audit, process started) against the plain engine that
 * starts a process with a user task and ten variables, history full, on the same MariaDB in the same run. Run by
 * {@code bin/mesurer dossiers}.
 */
public final class BancDossiers {

    /** What each measure makes, after a fifth of it to warm up. */
    private static final int NOMBRE = 3000;

    private static final String NU = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
              targetNamespace="banc"><process id="nu" isExecutable="true" camunda:historyTimeToLive="P1D">
              <startEvent id="debut"/><sequenceFlow id="a" sourceRef="debut" targetRef="tache"/>
              <userTask id="tache" camunda:candidateGroups="INSTRUCTEUR"/><sequenceFlow id="b" sourceRef="tache" targetRef="fin"/>
              <endEvent id="fin"/></process></definitions>
            """;

    private BancDossiers() {}

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        System.setProperty("user.timezone", "Europe/Paris");
        try (ConfigurableApplicationContext contexte = new SpringApplicationBuilder(
                        JalonApplication.class, EssaiConfiguration.class)
                .profiles("essai")
                .initializers(new BaseReelle())
                .run("--server.port=0", "--logging.level.root=WARN")) {
            ProcessEngine nu = moteurNu();
            System.out.println("| Fils | Moteur nu | Dossiers | Rapport |");
            System.out.println("| --- | --- | --- | --- |");
            for (int fils : new int[] {1, 2, 4, 8}) {
                double plein = debit(fils, () -> nu.getRuntimeService().startProcessInstanceByKey("nu", variables()));
                double dossiers = debit(fils, dossier(contexte));
                System.out.printf(
                        Locale.ROOT, "| %d | %.0f/s | %.0f/s | %.2f |%n", fils, plein, dossiers, dossiers / plein);
            }
            nu.close();
        }
    }

    private static Map<String, Object> variables() {
        return Map.of(
                "v1", "a", "v2", "b", "v3", 1, "v4", 2L, "v5", true, "v6", "c", "v7", "d", "v8", 3, "v9", false, "v10",
                "e");
    }

    private static Runnable dossier(ConfigurableApplicationContext contexte) {
        Monde monde = contexte.getBean(Monde.class);
        DemandesRsa demandes = contexte.getBean(DemandesRsa.class);
        Agent agent = monde.instructeur();
        JsonNode situation = monde.situation();
        Queue<UUID> personnes = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < NOMBRE + NOMBRE / 5; i++) {
            personnes.add(monde.personne().id());
        }
        return () -> demandes.deposer(personnes.remove(), Canal.GUICHET, situation, agent);
    }

    private static ProcessEngine moteurNu() {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(BaseDEssai.base().url(BaseDEssai.nouveauSchema()));
        source.setUsername(BaseDEssai.base().utilisateur());
        source.setPassword(BaseDEssai.base().motDePasse());
        source.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        source.setMaximumPoolSize(12);
        StandaloneProcessEngineConfiguration reglages = new StandaloneProcessEngineConfiguration();
        reglages.setProcessEngineName("nu");
        reglages.setDataSource(source);
        reglages.setDatabaseType("mysql");
        reglages.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        reglages.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        reglages.setJobExecutorActivate(false);
        ProcessEngine nu = reglages.buildProcessEngine();
        nu.getRepositoryService().createDeployment().addString("nu.bpmn", NU).deploy();
        return nu;
    }

    private static double debit(int fils, Runnable travail) throws InterruptedException, ExecutionException {
        tourner(fils, travail, NOMBRE / 5);
        long debut = System.nanoTime();
        tourner(fils, travail, NOMBRE);
        return NOMBRE * 1e9 / (System.nanoTime() - debut);
    }

    /** Does the work that many times, shared by the threads; a thread that fails fails the measure. */
    private static void tourner(int fils, Runnable travail, int nombre)
            throws InterruptedException, ExecutionException {
        AtomicInteger restants = new AtomicInteger(nombre);
        List<Callable<Void>> parts = Collections.nCopies(fils, () -> {
            while (restants.getAndDecrement() > 0) {
                travail.run();
            }
            return null;
        });
        ExecutorService executeur = Executors.newFixedThreadPool(fils);
        try {
            for (Future<Void> part : executeur.invokeAll(parts)) {
                part.get();
            }
        } finally {
            executeur.shutdownNow();
        }
    }
}
