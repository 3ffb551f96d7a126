package fr.jalon.moteur.camunda;

import fr.jalon.commun.Horloge;
import fr.jalon.decision.DecisionInconnue;
import fr.jalon.decision.EvaluationDecision;
import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import fr.jalon.decision.EvaluationImpossible;
import fr.jalon.decision.EvaluationsDesDossiers;
import fr.jalon.decision.MoteurDecision;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.springframework.stereotype.Component;

/**
 * Evaluates the published decisions outside any path, without writing history: a simulation stores nothing. Each
 * published version is parsed once per node; which version is the newest is asked of the database every few seconds,
 * because another node may have published one. A table is a pure function of its inputs, so the answers of a version are kept:
 * FEEL spends nearly all its time building functions anew for each expression.
 */
@Component
class MoteurDecisionCamunda implements MoteurDecision {

    private static final int REPONSES_GARDEES = 20_000;
    private static final Pattern MOT = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    private static final Duration FRAICHEUR = Duration.ofSeconds(5);

    private final RepositoryService depot;
    private final EvaluationsDesDossiers gardees;
    private final Horloge horloge;
    private final DerniereEvaluation collecte = new DerniereEvaluation();
    private final DmnEngine moteur;
    private final Map<String, Derniere> dernieres = new ConcurrentHashMap<>();
    private final Map<String, Decision> parDefinition = new ConcurrentHashMap<>();
    private final Map<Question, EvaluationDecision> reponses = new ConcurrentHashMap<>();

    private record Derniere(Optional<Decision> decision, Instant lueLe) {}

    private record Question(String definition, Map<String, Object> entrees) {}

    /** @param mots every word of the table's expressions, names of facts among them */
    private record Decision(
            String definition, DmnDecision table, int version, Map<String, String> annotations, Set<String> mots) {}

    MoteurDecisionCamunda(RepositoryService depot, EvaluationsDesDossiers gardees, Horloge horloge) {
        this.depot = depot;
        this.gardees = gardees;
        this.horloge = horloge;
        this.moteur = moteur(collecte);
    }

    /** An engine of tables: FEEL alone, and somebody who hears which rules fired. */
    static DmnEngine moteur(DerniereEvaluation collecte) {
        DefaultDmnEngineConfiguration reglages = new DefaultDmnEngineConfiguration();
        reglages.getCustomPostDecisionEvaluationListeners().add(collecte);
        reglages.setScriptEngineResolver(langue -> {
            throw RefusDesScripts.refus(langue);
        });
        return reglages.buildEngine();
    }

    @Override
    public EvaluationDecision evaluer(String cle, Map<String, Object> entrees) {
        Decision decision = derniere(cle).orElseThrow(() -> new DecisionInconnue(cle));
        Question question = new Question(decision.definition(), utiles(decision, entrees));
        EvaluationDecision reponse = repondre(question, cle, decision, entrees);
        gardees.noter(reponse, question.entrees());
        return reponse;
    }

    private EvaluationDecision repondre(Question question, String cle, Decision decision, Map<String, Object> entrees) {
        EvaluationDecision connue = reponses.get(question);
        if (connue != null) {
            return connue;
        }
        if (reponses.size() >= REPONSES_GARDEES) {
            reponses.clear();
        }
        EvaluationDecision reponse = calculer(cle, decision, entrees);
        reponses.put(question, reponse);
        return reponse;
    }

    /** The facts that the table can read: the others change nothing, and the same answer is found again. */
    private static Map<String, Object> utiles(Decision decision, Map<String, Object> entrees) {
        Map<String, Object> utiles = new HashMap<>(entrees);
        utiles.keySet().retainAll(decision.mots());
        return Collections.unmodifiableMap(utiles);
    }

    private EvaluationDecision calculer(String cle, Decision decision, Map<String, Object> entrees) {
        try {
            moteur.evaluateDecision(decision.table(), entrees);
        } catch (RuntimeException e) {
            // Besides its own exceptions the FEEL engine lets those of its arithmetic and of its parser through.
            collecte.oublier();
            throw new EvaluationImpossible(cle, e);
        }
        EvaluationDecision brute = collecte.derniere();
        Map<String, List<RegleDeclenchee>> requises = new LinkedHashMap<>();
        brute.requises().forEach((requise, regles) -> requises.put(requise, annoter(decision.annotations(), regles)));
        return new EvaluationDecision(
                cle, decision.version(), annoter(decision.annotations(), brute.regles()), requises, brute.valeurs());
    }

    static List<RegleDeclenchee> annoter(Map<String, String> annotations, List<RegleDeclenchee> regles) {
        return regles.stream()
                .map(r -> new RegleDeclenchee(r.id(), annotations.getOrDefault(r.id(), ""), r.sorties()))
                .toList();
    }

    @Override
    public Set<String> entreesInconnues(String cle, Set<String> noms) {
        Decision decision = derniere(cle).orElseThrow(() -> new DecisionInconnue(cle));
        Set<String> inconnues = new TreeSet<>(noms);
        inconnues.removeAll(decision.mots());
        return inconnues;
    }

    @Override
    public Optional<Integer> version(String cle) {
        return derniere(cle).map(Decision::version);
    }

    /** Forgets what is the newest version of each decision; called after a deployment on this node. */
    void rafraichir() {
        dernieres.clear();
    }

    private Optional<Decision> derniere(String cle) {
        Derniere connue = dernieres.get(cle);
        if (connue != null && connue.lueLe().plus(FRAICHEUR).isAfter(horloge.maintenant())) {
            return connue.decision();
        }
        DecisionDefinition definition = depot.createDecisionDefinitionQuery()
                .decisionDefinitionKey(cle)
                .latestVersion()
                .singleResult();
        Optional<Decision> decision = Optional.ofNullable(definition).map(this::lire);
        if (decision.isPresent()) {
            // Only keys that exist: callers choose the others, without end.
            dernieres.put(cle, new Derniere(decision, horloge.maintenant()));
        }
        return decision;
    }

    private Decision lire(DecisionDefinition definition) {
        return parDefinition.computeIfAbsent(definition.getId(), id -> {
            try (InputStream fichier = depot.getDecisionModel(id)) {
                DmnModelInstance modele = org.camunda.bpm.model.dmn.Dmn.readModelFromStream(fichier);
                return new Decision(
                        id,
                        moteur.parseDecision(definition.getKey(), modele),
                        definition.getVersion(),
                        annotations(modele),
                        mots(modele));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Set<String> mots(DmnModelInstance modele) {
        return modele.getModelElementsByType(Text.class).stream()
                .flatMap(texte -> MOT.matcher(texte.getTextContent()).results())
                .map(MatchResult::group)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The words beside each row, by rule. */
    static Map<String, String> annotations(DmnModelInstance modele) {
        return modele.getModelElementsByType(Rule.class).stream()
                .collect(Collectors.toMap(
                        Rule::getId,
                        regle -> Optional.ofNullable(regle.getDescription())
                                .map(Description::getTextContent)
                                .orElse("")));
    }
}
