package fr.jalon.parcours.camunda;

import fr.jalon.parcours.DefinitionParcours;
import fr.jalon.parcours.ParcoursFacultatif;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.springframework.stereotype.Component;

/**
 * Which process carries which dispositif: those that have Java of their own, and the published models that name their
 * dispositif themselves by the properties {@code dispositif} and {@code facultatif}.
 */
@Component
class DefinitionsDesParcours {

    private final RepositoryService depot;
    private final Map<String, DefinitionParcours> propres;
    private final Map<String, Optional<Facultative>> lues = new ConcurrentHashMap<>();

    private record Facultative(ParcoursFacultatif parcours, String cle) {}

    DefinitionsDesParcours(RepositoryService depot, List<DefinitionParcours> propres) {
        this.depot = depot;
        this.propres = propres.stream().collect(Collectors.toMap(DefinitionParcours::dispositif, Function.identity()));
    }

    /** Process id of a dispositif. */
    Optional<String> cle(String dispositif) {
        DefinitionParcours propre = propres.get(dispositif);
        return propre != null
                ? Optional.of(propre.cle())
                : declarees().stream()
                        .filter(f -> f.parcours().dispositif().equals(dispositif))
                        .map(Facultative::cle)
                        .findFirst();
    }

    List<String> dispositifs() {
        List<String> tous = new ArrayList<>(propres.keySet());
        declarees().forEach(f -> tous.add(f.parcours().dispositif()));
        return tous;
    }

    List<ParcoursFacultatif> facultatifs() {
        return declarees().stream()
                .map(Facultative::parcours)
                .sorted(Comparator.comparing(ParcoursFacultatif::libelle))
                .toList();
    }

    /** Each deployed version is read once per node; a dispositif with Java of its own is never taken over by a model. */
    private List<Facultative> declarees() {
        return depot.createProcessDefinitionQuery().latestVersion().active().list().stream()
                .flatMap(d -> lues.computeIfAbsent(d.getId(), id -> lire(d)).stream())
                .filter(f -> !propres.containsKey(f.parcours().dispositif()))
                .toList();
    }

    private Optional<Facultative> lire(ProcessDefinition definition) {
        BpmnModelInstance modele = depot.getBpmnModelInstance(definition.getId());
        Process processus = modele.getModelElementById(definition.getKey());
        String dispositif = ProprietesBpmn.lire(processus, "dispositif");
        if (dispositif.isEmpty() || !"oui".equals(ProprietesBpmn.lire(processus, "facultatif"))) {
            return Optional.empty();
        }
        String description = processus.getDocumentations().stream()
                .map(Documentation::getTextContent)
                .findFirst()
                .orElse("");
        return Optional.of(new Facultative(
                new ParcoursFacultatif(dispositif, definition.getName(), description), definition.getKey()));
    }
}
