package fr.jalon.decision;

import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import fr.jalon.essais.ModelesDuDepot;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionLiteralExpressionEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionLogicEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;

/** {@link MoteurDecision} of the tests: the files of {@code decisions/} in Camunda's DMN engine alone, without database. */
public class MoteurDecisionFichiers implements MoteurDecision {

    /** Where the tables live in the repository. */
    public static final Path DOSSIER = ModelesDuDepot.DECISIONS;

    private final Map<String, Table> tables = new TreeMap<>();

    @SuppressWarnings("ThreadLocalUsage") // one for each engine
    private final ThreadLocal<DmnDecisionEvaluationEvent> dernier = new ThreadLocal<>();

    private final AtomicInteger evaluations = new AtomicInteger();
    private final Map<List<Object>, EvaluationDecision> reponses = new ConcurrentHashMap<>();
    private final DmnEngine moteur;

    /** @param principale the one that gives its name to the file */
    private record Table(DmnDecision decision, Decision element, boolean principale, Map<String, String> annotations) {}

    public MoteurDecisionFichiers() {
        this(DOSSIER);
    }

    public MoteurDecisionFichiers(Path dossier) {
        DefaultDmnEngineConfiguration configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.getCustomPostDecisionEvaluationListeners().add(dernier::set);
        moteur = configuration.buildEngine();
        ModelesDuDepot.sous(dossier).stream()
                .filter(f -> f.toString().endsWith(".dmn"))
                .forEach(this::charger);
    }

    private void charger(Path fichier) {
        try (InputStream flux = Files.newInputStream(fichier)) {
            DmnModelInstance modele = Dmn.readModelFromStream(flux);
            Map<String, String> annotations = new LinkedHashMap<>();
            for (Rule regle : modele.getModelElementsByType(Rule.class)) {
                annotations.put(
                        regle.getId(),
                        regle.getDescription() == null
                                ? null
                                : regle.getDescription().getTextContent());
            }
            boolean principale = true;
            for (Decision decision : modele.getModelElementsByType(Decision.class)) {
                if (decision.getExpression() instanceof DecisionTable) {
                    tables.put(
                            decision.getId(),
                            new Table(
                                    moteur.parseDecision(decision.getId(), modele), decision, principale, annotations));
                }
                principale = false;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(fichier.toString(), e);
        }
    }

    /** An answer already given is given again, as the application's engine does. */
    @Override
    public EvaluationDecision evaluer(String cle, Map<String, Object> entrees) {
        List<Object> question = List.of(cle, new HashMap<>(entrees));
        EvaluationDecision connue = reponses.get(question);
        if (connue == null) {
            connue = calculer(cle, entrees);
            reponses.put(question, connue);
        }
        return connue;
    }

    private EvaluationDecision calculer(String cle, Map<String, Object> entrees) {
        Table table = table(cle);
        evaluations.incrementAndGet();
        try {
            moteur.evaluateDecision(table.decision(), entrees);
            DmnDecisionEvaluationEvent fait = dernier.get();
            Map<String, List<RegleDeclenchee>> requises = new LinkedHashMap<>();
            Map<String, Object> valeurs = new LinkedHashMap<>();
            for (DmnDecisionLogicEvaluationEvent requise : fait.getRequiredDecisionResults()) {
                if (requise instanceof DmnDecisionTableEvaluationEvent autre) {
                    requises.put(autre.getDecision().getKey(), regles(table, autre.getMatchingRules()));
                } else if (requise instanceof DmnDecisionLiteralExpressionEvaluationEvent formule) {
                    valeurs.put(
                            formule.getOutputName(), formule.getOutputValue().getValue());
                }
            }
            return new EvaluationDecision(
                    cle,
                    1,
                    regles(table, ((DmnDecisionTableEvaluationEvent) fait.getDecisionResult()).getMatchingRules()),
                    requises,
                    valeurs);
        } catch (DmnEngineException | FeelException e) {
            throw new EvaluationImpossible(cle, e);
        } finally {
            dernier.remove();
        }
    }

    private static List<RegleDeclenchee> regles(Table table, List<DmnEvaluatedDecisionRule> declenchees) {
        return declenchees.stream()
                .map(r -> new RegleDeclenchee(r.getId(), table.annotations().get(r.getId()), sorties(r)))
                .toList();
    }

    private static Map<String, Object> sorties(DmnEvaluatedDecisionRule regle) {
        Map<String, Object> sorties = new LinkedHashMap<>();
        regle.getOutputEntries().forEach((nom, sortie) -> {
            if (sortie.getValue().getValue() != null) {
                sorties.put(nom, sortie.getValue().getValue());
            }
        });
        return sorties;
    }

    @Override
    public Optional<Integer> version(String cle) {
        return tables.containsKey(cle) ? Optional.of(1) : Optional.empty();
    }

    /** Keys of every table, sorted. */
    public List<String> cles() {
        return List.copyOf(tables.keySet());
    }

    /** Keys of the decisions that give their name to a file, sorted. */
    public List<String> principales() {
        return tables.keySet().stream().filter(c -> table(c).principale()).toList();
    }

    /** The decision table as a model, to check its shape. */
    public DecisionTable modele(String cle) {
        return (DecisionTable) decision(cle).getExpression();
    }

    /** The decision element of the model. */
    public Decision decision(String cle) {
        return table(cle).element();
    }

    /** How many tables were evaluated since the start. */
    public int evaluations() {
        return evaluations.get();
    }

    private Table table(String cle) {
        Table table = tables.get(cle);
        if (table == null) {
            throw new DecisionInconnue(cle);
        }
        return table;
    }
}
