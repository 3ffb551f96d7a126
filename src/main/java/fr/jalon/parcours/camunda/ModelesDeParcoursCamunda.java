package fr.jalon.parcours.camunda;

import fr.jalon.parcours.DefinitionParcours;
import fr.jalon.parcours.EtapeModele;
import fr.jalon.parcours.ModelesDeParcours;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.stereotype.Component;

/** Reads the human steps in the deployed models; each deployed version is read once per node. */
@Component
class ModelesDeParcoursCamunda implements ModelesDeParcours {

    private final RepositoryService depot;
    private final List<DefinitionParcours> definitions;
    private final Map<String, List<EtapeModele>> parDefinition = new ConcurrentHashMap<>();

    ModelesDeParcoursCamunda(RepositoryService depot, List<DefinitionParcours> definitions) {
        this.depot = depot;
        this.definitions = definitions;
    }

    @Override
    public List<String> dispositifs() {
        return definitions.stream().map(DefinitionParcours::dispositif).toList();
    }

    @Override
    public List<EtapeModele> etapes(String dispositif) {
        return definitions.stream()
                .filter(d -> d.dispositif().equals(dispositif))
                .map(d -> depot.createProcessDefinitionQuery()
                        .processDefinitionKey(d.cle())
                        .latestVersion()
                        .singleResult())
                .filter(Objects::nonNull)
                .map(ProcessDefinition::getId)
                .flatMap(id -> parDefinition.computeIfAbsent(id, this::lire).stream())
                .toList();
    }

    private List<EtapeModele> lire(String definition) {
        return depot.getBpmnModelInstance(definition).getModelElementsByType(UserTask.class).stream()
                .map(t -> new EtapeModele(
                        t.getId(),
                        t.getName(),
                        Objects.requireNonNullElse(t.getCamundaCandidateGroups(), ""),
                        propriete(t, "attente"),
                        propriete(t, "station")))
                .toList();
    }

    private static String propriete(UserTask tache, String nom) {
        ExtensionElements extensions = tache.getExtensionElements();
        if (extensions == null) {
            return "";
        }
        return extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .map(CamundaProperties::getCamundaProperties)
                .flatMap(Collection::stream)
                .filter(p -> nom.equals(p.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .findFirst()
                .orElse("");
    }
}
