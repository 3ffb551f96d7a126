package fr.jalon.moteur.camunda;

import fr.jalon.commun.Panne;
import fr.jalon.dispositif.ProprieteControlee;
import fr.jalon.moteur.DeploiementVivant;
import fr.jalon.moteur.ModeleRefuseParLeMoteur;
import fr.jalon.moteur.ModelesPublies;
import fr.jalon.moteur.ModelesVivants;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** The living models: the shipped ones under the published ones, deployed lot by lot (docs/decisions/0006, 0049). */
@Component
class ModelesVivantsCamunda implements ModelesVivants {

    private final RepositoryService depot;
    private final ModelesLivres livres;
    private final ModelesPublies publies;
    private final ControleDesModeles controle;
    private final DeploiementDesModeles deploiement;
    private final RegistreDesDelegues registre;
    private final List<ProprieteControlee> proprietes;

    ModelesVivantsCamunda(
            RepositoryService depot,
            ModelesLivres livres,
            ModelesPublies publies,
            ControleDesModeles controle,
            DeploiementDesModeles deploiement,
            RegistreDesDelegues registre,
            List<ProprieteControlee> proprietes) {
        this.depot = depot;
        this.livres = livres;
        this.publies = publies;
        this.controle = controle;
        this.deploiement = deploiement;
        this.registre = registre;
        this.proprietes = proprietes;
    }

    private ModelesLivres vivants() {
        return livres.avec(publies.fichiers());
    }

    @Override
    public SortedMap<String, byte[]> fichiers() {
        return vivants().tous();
    }

    @Override
    public Optional<byte[]> livre(String fichier) {
        return Optional.ofNullable(livres.tous().get(fichier));
    }

    @Override
    public Set<String> livres() {
        return livres.tous().keySet();
    }

    @Override
    public Set<String> gestes() {
        return registre.noms();
    }

    @Override
    public List<ProprieteControlee> proprietes() {
        return List.copyOf(proprietes);
    }

    @Override
    public List<String> fautes(Map<String, byte[]> nouveaux) {
        return controle.fautes(vivants().avec(nouveaux));
    }

    @Override
    public Map<String, String> deployer(Set<String> fichiers) {
        ModelesLivres vivants = vivants();
        Map<String, String> deploiements = new LinkedHashMap<>();
        try {
            for (Lot lot : vivants.lots()) {
                if (lot.fichiers().stream().anyMatch(fichiers::contains)) {
                    deploiements.put(lot.nom(), deploiement.deployer(vivants, lot));
                }
            }
        } catch (ProcessEngineException e) {
            if (Panne.dans(e).isPresent()) {
                throw e;
            }
            throw new ModeleRefuseParLeMoteur("Le moteur refuse ce modèle.", e);
        }
        deploiement.oublier();
        return deploiements;
    }

    @Override
    public Optional<DeploiementVivant> deploiement(String fichier) {
        List<Lot> lots = vivants().lots();
        return lots.stream()
                .filter(l -> l.fichiers().get(0).equals(fichier))
                .findFirst()
                .or(() -> lots.stream()
                        .filter(l -> l.fichiers().contains(fichier))
                        .findFirst())
                .flatMap(lot -> depot
                        .createDeploymentQuery()
                        .deploymentName(lot.nom())
                        .orderByDeploymentTime()
                        .desc()
                        .listPage(0, 1)
                        .stream()
                        .findFirst())
                .map(this::vue);
    }

    private DeploiementVivant vue(Deployment d) {
        List<DeploiementVivant.Processus> processus =
                depot.createProcessDefinitionQuery().deploymentId(d.getId()).list().stream()
                        .map(ModelesVivantsCamunda::vue)
                        .toList();
        return new DeploiementVivant(
                d.getId(), d.getName(), d.getDeploymentTime().toInstant(), processus);
    }

    private static DeploiementVivant.Processus vue(ProcessDefinition p) {
        return new DeploiementVivant.Processus(p.getId(), p.getKey(), p.getName(), p.getVersion(), p.getResourceName());
    }

    @Override
    public Optional<byte[]> processus(String definition) {
        if (depot.createProcessDefinitionQuery().processDefinitionId(definition).count() == 0) {
            return Optional.empty();
        }
        try (InputStream modele = depot.getProcessModel(definition)) {
            return Optional.of(modele.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
