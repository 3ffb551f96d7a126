package fr.jalon.moteur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import fr.jalon.essais.ModelesDuDepot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

/** A real model on an engine of its own, its features faked; it remembers each flow that was taken. */
public final class ModeleEssaye implements AutoCloseable {

    private final String cle;
    private final Set<String> fluxPris = new HashSet<>();
    private final ProcessEngine moteur;
    private Map<String, Object> reponses = new HashMap<>();

    /**
     * @param delegues names of the service tasks' beans
     * @param ecouteurs beans of the rule task, start then end
     */
    public ModeleEssaye(String cle, String decision, Set<String> delegues, Map<String, ExecutionListener> ecouteurs) {
        this.cle = cle;
        StandaloneInMemProcessEngineConfiguration reglages = new StandaloneInMemProcessEngineConfiguration();
        reglages.setProcessEngineName("essai-" + cle);
        reglages.setJdbcUrl("jdbc:h2:mem:essai-" + cle + ";DB_CLOSE_DELAY=-1");
        reglages.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        reglages.setJobExecutorActivate(false);
        Map<Object, Object> beans = new HashMap<>(ecouteurs);
        JavaDelegate delegue = execution -> execution.setVariables(new HashMap<>(reponses));
        delegues.forEach(nom -> beans.putIfAbsent(nom, delegue));
        reglages.setBeans(beans);
        reglages.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new SuiviDesFlux())));
        moteur = reglages.buildProcessEngine();
        deployer(decision);
    }

    private void deployer(String decision) {
        DeploymentBuilder lot = moteur.getRepositoryService().createDeployment().name(cle);
        lot.addString(cle + ".bpmn", lire(ModelesDuDepot.fichier(cle + ".bpmn")));
        lot.addString(decision + ".dmn", lire(ModelesDuDepot.fichier(decision + ".dmn")));
        ModelesDuDepot.sous(ModelesDuDepot.FORMULAIRES)
                .forEach(f -> lot.addString(f.getFileName().toString(), lire(f)));
        lot.deploy();
    }

    private static String lire(Path fichier) {
        try {
            return Files.readString(fichier);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Remembers each flow that a token took. */
    private final class SuiviDesFlux extends AbstractBpmnParseListener {

        @Override
        public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flux) {
            flux.addListener(
                    ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> fluxPris.add(flux.getId()));
        }
    }

    /** A clean start for a test: no instance left, these answers of the automatic steps. */
    public void preparer(Map<String, Object> nouvelles) {
        ProcessEngineTests.init(moteur);
        reponses = nouvelles;
        execution()
                .createProcessInstanceQuery()
                .list()
                .forEach(p -> execution().deleteProcessInstance(p.getId(), "test suivant"));
    }

    /** What the automatic steps answer from now on. */
    public void repondre(String variable, Object valeur) {
        reponses.put(variable, valeur);
    }

    public RuntimeService execution() {
        return moteur.getRuntimeService();
    }

    public ProcessInstance lancer() {
        Map<String, Object> variables = new HashMap<>(reponses);
        variables.putAll(Map.of("dossierId", "0", "antenne", "KLEBER", "urgent", false));
        ProcessInstance parcours = execution().startProcessInstanceByKey(cle, "X-2026-000001", variables);
        suivre();
        return parcours;
    }

    /** Runs the automatic steps, never the timers. */
    public void suivre() {
        for (Job travail = prochain(); travail != null; travail = prochain()) {
            execute(travail);
        }
    }

    private Job prochain() {
        return moteur.getManagementService().createJobQuery().messages().list().stream()
                .findFirst()
                .orElse(null);
    }

    public void declencher(ProcessInstance parcours, String minuteur) {
        execute(job(minuteur, parcours));
        suivre();
    }

    public void achever(ProcessInstance parcours, String etape, Map<String, Object> variables) {
        ProcessEngineTests.assertThat(parcours).isWaitingAt(etape);
        complete(task(etape, parcours), variables);
        suivre();
    }

    public void signaler(ProcessInstance parcours, String message) {
        execution()
                .createMessageCorrelation(message)
                .processInstanceId(parcours.getId())
                .correlateWithResult();
        suivre();
    }

    /** At least 95 % of the flows were taken. */
    public void verifierLesFlux() {
        Set<String> tous = Bpmn.readModelFromFile(
                        ModelesDuDepot.fichier(cle + ".bpmn").toFile())
                .getModelElementsByType(SequenceFlow.class)
                .stream()
                .map(SequenceFlow::getId)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> jamais = new TreeSet<>(tous);
        jamais.removeAll(fluxPris);
        assertThat((double) jamais.size() / tous.size())
                .as("flux jamais pris : " + jamais)
                .isLessThanOrEqualTo(0.05);
    }

    @Override
    public void close() {
        moteur.close();
    }
}
