package fr.jalon.moteur.camunda;

import fr.jalon.moteur.ModelesPublies;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Publishes the shipped models at start, before anything that works with them. Resource names are bare file names and a
 * lot is compared as a whole, so a lot without any change makes no new version. See docs/decisions/0005 and 0006.
 */
@Component
class DeploiementDesModeles implements SmartLifecycle {

    /** Early: before the job executor, the web server and the demonstration data. */
    static final int PHASE = Integer.MIN_VALUE + 100;

    private static final Logger LOG = LoggerFactory.getLogger(DeploiementDesModeles.class);

    private final RepositoryService depot;
    private final ModelesLivres modeles;
    private final ControleDesModeles controle;
    private final MoteurDecisionCamunda decisions;
    private final ModelesPublies publies;
    private final boolean actif;
    private volatile boolean fait;

    @Autowired
    DeploiementDesModeles(
            RepositoryService depot,
            ModelesLivres modeles,
            ControleDesModeles controle,
            MoteurDecisionCamunda decisions,
            ModelesPublies publies,
            @Value("${jalon.modeles.deployer:true}") boolean actif) {
        this.depot = depot;
        this.modeles = modeles;
        this.controle = controle;
        this.decisions = decisions;
        this.publies = publies;
        this.actif = actif;
    }

    @Override
    public void start() {
        if (actif) {
            controle.exiger();
            deployerLesVivants(publies.fichiers());
            decisions.rafraichir();
        }
        fait = true;
    }

    /**
     * What process owners published stands before what is shipped. Where the two no longer go together after an upgrade, nothing of theirs
     * is overwritten: what holds a published model stays as it was deployed, and the log says why.
     */
    private void deployerLesVivants(Map<String, byte[]> devant) {
        ModelesLivres vivants = modeles.avec(devant);
        List<String> fautes = devant.isEmpty() ? List.of() : controle.fautes(vivants);
        fautes.forEach(faute -> LOG.error("Modèle publié qui ne va plus avec cette version de Jalon : {}", faute));
        for (Lot lot : vivants.lots()) {
            if (fautes.isEmpty() || lot.fichiers().stream().noneMatch(devant::containsKey)) {
                deployer(vivants, lot);
            }
        }
    }

    /** Forgets what this node knows of the newest version of each table. */
    void oublier() {
        decisions.rafraichir();
    }

    String deployer(ModelesLivres vivants, Lot lot) {
        DeploymentBuilder deploiement =
                depot.createDeployment().name(lot.nom()).source("jalon").enableDuplicateFiltering(false);
        for (String fichier : lot.fichiers()) {
            deploiement.addInputStream(fichier, new ByteArrayInputStream(vivants.contenu(fichier)));
        }
        String id = deploiement.deploy().getId();
        LOG.debug("Lot de modèles {} : déploiement {}", lot.nom(), id);
        return id;
    }

    @Override
    public void stop() {
        fait = false;
    }

    @Override
    public boolean isRunning() {
        return fait;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
