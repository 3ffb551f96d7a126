package fr.jalon.courrier;

import fr.jalon.commun.Horloge;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Loads the shipped templates at start. A changed file becomes a new version, except where an author of this installation
 * published a version since: local work always wins. Several nodes may start together: the unique version decides.
 */
@Component
class ModelesCourrierFournis implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ModelesCourrierFournis.class);

    private final VersionsModeles versions;
    private final Horloge horloge;
    private volatile boolean fait;

    ModelesCourrierFournis(VersionsModeles versions, Horloge horloge) {
        this.versions = versions;
        this.horloge = horloge;
    }

    @Override
    public void start() {
        charger(FichierModele.fournis());
        fait = true;
    }

    @Override
    public void stop() {
        fait = false;
    }

    @Override
    public boolean isRunning() {
        return fait;
    }

    /** Early, before the jobs that write letters. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 200;
    }

    /** Loads these files; returns how many versions were added. */
    int charger(List<FichierModele> fichiers) {
        return (int) fichiers.stream().filter(this::charger).count();
    }

    private boolean charger(FichierModele fichier) {
        Optional<ModeleCourrier> derniere = versions.findFirstByCodeOrderByVersionDesc(fichier.code());
        if (derniere.isPresent() && !aRemplacer(derniere.get(), fichier)) {
            return false;
        }
        int version = derniere.map(m -> m.vue().version()).orElse(0) + 1;
        try {
            versions.saveAndFlush(new ModeleCourrier(
                    Identifiants.nouveau(), fichier.vue(version, horloge.maintenant()), fichier.empreinte()));
            return true;
        } catch (DataIntegrityViolationException chargeParUnAutreNoeud) {
            LOG.debug("modèle {} version {} déjà chargé", fichier.code(), version);
            return false;
        }
    }

    private static boolean aRemplacer(ModeleCourrier derniere, FichierModele fichier) {
        if (!derniere.vue().fourni()) {
            LOG.info(
                    "modèle {} : la version locale {} est gardée",
                    fichier.code(),
                    derniere.vue().version());
            return false;
        }
        return !fichier.empreinte().equals(derniere.empreinte());
    }
}
