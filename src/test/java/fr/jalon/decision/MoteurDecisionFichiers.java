package fr.jalon.decision;

import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
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
    public static final Path DOSSIER = Path.of("decisions");

    private final Map<String, Table> tables = new TreeMap<>();

    @SuppressWarnings("ThreadLocalUsage") // one for each engine
    private final ThreadLocal<DmnDecisionTableEvaluationEvent> dernier = new ThreadLocal<>();

    private final AtomicInteger evaluations = new AtomicInteger();
    private final DmnEngine moteur;

    private record Table(DmnDecision decision, DmnModelInstance modele, Map<String, String> annotations) {}

    public MoteurDecisionFichiers() {
        this(DOSSIER);
    }

    public MoteurDecisionFichiers(Path dossier) {
        DefaultDmnEngineConfiguration configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.getCustomPostDecisionTableEvaluationListeners().add((DmnDecisionTableEvaluationListener)
                dernier::set);
        moteur = configuration.buildEngine();
        try (Stream<Path> fichiers = Files.list(dossier)) {
            fichiers.filter(f -> f.toString().endsWith(".dmn")).sorted().forEach(this::charger);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void charger(Path fichier) {
        try (InputStream flux = Files.newInputStream(fichier)) {
            DmnModelInstance modele = Dmn.readModelFromStream(flux);
            Decision decision =
                    modele.getModelElementsByType(Decision.class).iterator().next();
            Map<String, String> annotations = new LinkedHashMap<>();
            for (Rule regle : modele.getModelElementsByType(Rule.class)) {
                annotations.put(
                        regle.getId(),
                        regle.getDescription() == null
                                ? null
                                : regle.getDescription().getTextContent());
            }
            tables.put(
                    decision.getId(), new Table(moteur.parseDecision(decision.getId(), modele), modele, annotations));
        } catch (IOException e) {
            throw new UncheckedIOException(fichier.toString(), e);
        }
    }

    @Override
    public EvaluationDecision evaluer(String cle, Map<String, Object> entrees) {
        Table table = table(cle);
        evaluations.incrementAndGet();
        try {
            DmnDecisionTableResult resultat = moteur.evaluateDecisionTable(table.decision(), entrees);
            return new EvaluationDecision(cle, 1, regles(table, dernier.get().getMatchingRules(), resultat));
        } catch (DmnEngineException | FeelException e) {
            throw new EvaluationImpossible(cle, e);
        } finally {
            dernier.remove();
        }
    }

    private static List<RegleDeclenchee> regles(
            Table table, List<DmnEvaluatedDecisionRule> declenchees, DmnDecisionTableResult resultat) {
        if (declenchees.size() != resultat.size()) {
            throw new IllegalStateException("lignes et règles ne se correspondent pas");
        }
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

    /** The decision table as a model, to check its shape. */
    public DecisionTable modele(String cle) {
        return table(cle)
                .modele()
                .getModelElementsByType(DecisionTable.class)
                .iterator()
                .next();
    }

    /** The decision element of the model. */
    public Decision decision(String cle) {
        return table(cle)
                .modele()
                .getModelElementsByType(Decision.class)
                .iterator()
                .next();
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
