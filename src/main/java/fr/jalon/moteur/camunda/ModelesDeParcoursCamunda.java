package fr.jalon.moteur.camunda;

import fr.jalon.moteur.EtapeModele;
import fr.jalon.moteur.ModelesDeParcours;
import fr.jalon.moteur.ParcoursFacultatif;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** Reads the human steps in the deployed models; each deployed version is read once per node. */
@Component
class ModelesDeParcoursCamunda implements ModelesDeParcours {

    private final RepositoryService depot;
    private final DefinitionsDesParcours definitions;
    private final Map<String, List<EtapeModele>> parDefinition = new ConcurrentHashMap<>();

    ModelesDeParcoursCamunda(RepositoryService depot, DefinitionsDesParcours definitions) {
        this.depot = depot;
        this.definitions = definitions;
    }

    @Override
    public Map<String, String> dispositifs() {
        return definitions.dispositifs();
    }

    @Override
    public List<ParcoursFacultatif> facultatifs() {
        return definitions.facultatifs();
    }

    @Override
    public List<EtapeModele> etapes(String dispositif) {
        return definition(dispositif).stream()
                .flatMap(id -> parDefinition.computeIfAbsent(id, this::lire).stream())
                .toList();
    }

    @Override
    public Optional<String> dessin(String dispositif) {
        return definition(dispositif).map(id -> {
            try (InputStream modele = depot.getProcessModel(id)) {
                return new String(modele.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Optional<String> definition(String dispositif) {
        return definitions.cle(dispositif).stream()
                .map(cle -> depot.createProcessDefinitionQuery()
                        .processDefinitionKey(cle)
                        .latestVersion()
                        .singleResult())
                .filter(Objects::nonNull)
                .map(ProcessDefinition::getId)
                .findFirst();
    }

    private List<EtapeModele> lire(String definition) {
        return depot.getBpmnModelInstance(definition).getModelElementsByType(UserTask.class).stream()
                .map(t -> new EtapeModele(
                        t.getId(),
                        t.getName(),
                        Objects.requireNonNullElse(t.getCamundaCandidateGroups(), ""),
                        ProprietesBpmn.lire(t, "attente"),
                        ProprietesBpmn.lire(t, "station")))
                .toList();
    }
}
