package fr.jalon.moteur.camunda;

import fr.jalon.dispositif.Dispositif;
import fr.jalon.moteur.ParcoursFacultatif;
import java.text.Collator;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
    private final Map<String, Dispositif> propres;
    private final Map<String, Optional<Facultative>> lues = new ConcurrentHashMap<>();

    private record Facultative(ParcoursFacultatif parcours, String cle) {}

    DefinitionsDesParcours(RepositoryService depot, List<Dispositif> propres) {
        this.depot = depot;
        this.propres = propres.stream().collect(Collectors.toMap(Dispositif::code, Function.identity()));
    }

    /** Process id of a dispositif. */
    Optional<String> cle(String dispositif) {
        Dispositif propre = propres.get(dispositif);
        return propre != null
                ? Optional.of(propre.processus())
                : declarees().stream()
                        .filter(f -> f.parcours().dispositif().equals(dispositif))
                        .map(Facultative::cle)
                        .findFirst();
    }

    /** Name of each dispositif's path by its code, in the order of the names. */
    Map<String, String> dispositifs() {
        List<ProcessDefinition> publiees = publiees();
        Map<String, String> parCle =
                publiees.stream().collect(Collectors.toMap(ProcessDefinition::getKey, DefinitionsDesParcours::nom));
        Map<String, String> noms = new HashMap<>();
        propres.forEach((dispositif, d) -> noms.put(dispositif, parCle.getOrDefault(d.processus(), dispositif)));
        declarees(publiees)
                .forEach(f -> noms.put(f.parcours().dispositif(), f.parcours().libelle()));
        return noms.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Collator.getInstance(Locale.FRENCH)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    List<ParcoursFacultatif> facultatifs() {
        return declarees().stream()
                .map(Facultative::parcours)
                .sorted(Comparator.comparing(ParcoursFacultatif::libelle))
                .toList();
    }

    /** A model may have been published without a name. */
    private static String nom(ProcessDefinition definition) {
        return definition.getName() == null ? definition.getKey() : definition.getName();
    }

    private List<ProcessDefinition> publiees() {
        return depot.createProcessDefinitionQuery().latestVersion().active().list();
    }

    private List<Facultative> declarees() {
        return declarees(publiees());
    }

    /** Each deployed version is read once per node; a dispositif with Java of its own is never taken over by a model. */
    private List<Facultative> declarees(List<ProcessDefinition> publiees) {
        return publiees.stream()
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
        return Optional.of(
                new Facultative(new ParcoursFacultatif(dispositif, nom(definition), description), definition.getKey()));
    }
}
