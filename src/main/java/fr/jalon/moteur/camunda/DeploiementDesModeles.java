package fr.jalon.moteur.camunda;

import java.io.ByteArrayInputStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    private final boolean actif;
    private volatile boolean fait;

    DeploiementDesModeles(
            RepositoryService depot,
            ModelesLivres modeles,
            ControleDesModeles controle,
            MoteurDecisionCamunda decisions,
            @Value("${jalon.modeles.deployer:true}") boolean actif) {
        this.depot = depot;
        this.modeles = modeles;
        this.controle = controle;
        this.decisions = decisions;
        this.actif = actif;
    }

    @Override
    public void start() {
        if (actif) {
            controle.exiger();
            modeles.lots().forEach(this::deployer);
            decisions.rafraichir();
        }
        fait = true;
    }

    private void deployer(Lot lot) {
        DeploymentBuilder deploiement =
                depot.createDeployment().name(lot.nom()).source("jalon").enableDuplicateFiltering(false);
        for (String fichier : lot.fichiers()) {
            deploiement.addInputStream(fichier, new ByteArrayInputStream(modeles.contenu(fichier)));
        }
        String id = deploiement.deploy().getId();
        LOG.debug("Lot de modèles {} : déploiement {}", lot.nom(), id);
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
