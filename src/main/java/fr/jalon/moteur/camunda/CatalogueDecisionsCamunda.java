package fr.jalon.moteur.camunda;

import fr.jalon.decision.CatalogueDecisions;
import fr.jalon.decision.DecisionInconnue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Component;

/** Reads the columns and cells of the deployed tables; each deployed version is read once per node. */
@Component
class CatalogueDecisionsCamunda implements CatalogueDecisions {

    private static final Pattern TEXTE = Pattern.compile("\"([^\"]*)\"");

    private final RepositoryService depot;
    private final Map<String, Table> parDefinition = new ConcurrentHashMap<>();

    CatalogueDecisionsCamunda(RepositoryService depot) {
        this.depot = depot;
    }

    private record Regle(String id, List<String> cellules) {}

    private record Table(List<Entree> entrees, List<Regle> regles, List<RangeeIncertaine> incertaines) {}

    @Override
    public List<String> valeurs(String cle, String entree) {
        Table table = derniere(cle);
        int colonne = table.entrees().stream().map(Entree::nom).toList().indexOf(entree);
        Set<String> valeurs = new LinkedHashSet<>();
        for (Regle regle : table.regles()) {
            Matcher trouve = TEXTE.matcher(colonne < 0 ? "" : regle.cellules().get(colonne));
            while (trouve.find()) {
                valeurs.add(trouve.group(1));
            }
        }
        return List.copyOf(valeurs);
    }

    @Override
    public List<Entree> entreesDeLaRegle(String cle, String regle) {
        Table table = derniere(cle);
        List<Entree> testees = new ArrayList<>();
        table.regles().stream().filter(r -> r.id().equals(regle)).forEach(r -> {
            for (int i = 0; i < table.entrees().size(); i++) {
                if (!r.cellules().get(i).isBlank()) {
                    testees.add(table.entrees().get(i));
                }
            }
        });
        return testees;
    }

    @Override
    public String source(String cle) {
        DecisionDefinition definition = definition(cle);
        try (InputStream fichier = depot.getDecisionModel(definition.getId())) {
            return new String(fichier.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<RangeeIncertaine> rangeesIncertaines() {
        return depot
                .createDecisionDefinitionQuery()
                .latestVersion()
                .orderByDecisionDefinitionName()
                .asc()
                .list()
                .stream()
                .flatMap(definition -> derniere(definition).incertaines().stream())
                .toList();
    }

    @Override
    public Optional<RangeeIncertaine> rangeeIncertaine(String cle, String regle) {
        return derniere(cle).incertaines().stream()
                .filter(r -> r.regle().equals(regle))
                .findFirst();
    }

    private Table derniere(String cle) {
        return derniere(definition(cle));
    }

    private DecisionDefinition definition(String cle) {
        DecisionDefinition definition = depot.createDecisionDefinitionQuery()
                .decisionDefinitionKey(cle)
                .latestVersion()
                .singleResult();
        if (definition == null) {
            throw new DecisionInconnue(cle);
        }
        return definition;
    }

    private Table derniere(DecisionDefinition definition) {
        return parDefinition.computeIfAbsent(definition.getId(), id -> lire(definition));
    }

    /** A file may hold several decisions that require one another; one that is not a table has no row. */
    private Table lire(DecisionDefinition definition) {
        DmnModelInstance modele = depot.getDmnModelInstance(definition.getId());
        Decision decision = modele.getModelElementById(definition.getKey());
        if (!(decision.getExpression() instanceof DecisionTable table)) {
            return new Table(List.of(), List.of(), List.of());
        }
        List<Entree> entrees = table.getInputs().stream()
                .map(CatalogueDecisionsCamunda::entree)
                .toList();
        List<Regle> regles = table.getRules().stream()
                .map(r -> new Regle(r.getId(), cellules(r)))
                .toList();
        return new Table(entrees, regles, RangeesIncertaines.de(definition, table));
    }

    private static Entree entree(Input colonne) {
        return new Entree(
                colonne.getInputExpression().getText().getTextContent().strip(), colonne.getLabel());
    }

    private static List<String> cellules(Rule regle) {
        return regle.getInputEntries().stream()
                .map(InputEntry::getText)
                .map(texte -> texte == null ? "" : texte.getTextContent())
                .toList();
    }
}
