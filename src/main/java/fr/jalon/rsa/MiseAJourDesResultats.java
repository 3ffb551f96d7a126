package fr.jalon.rsa;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Reprise;
import java.util.List;
import java.util.UUID;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Finds again what was found from facts that are no longer those declared: a new version of Jalon may read a declaration otherwise. One
 * transaction a claim; a claim that fails stays out of date, so nothing can be decided on it, and is tried again.
 */
@Component
class MiseAJourDesResultats {

    private static final Logger LOG = LoggerFactory.getLogger(MiseAJourDesResultats.class);

    private final DemandesRsa demandes;
    private final Reprise reprise;

    MiseAJourDesResultats(DemandesRsa demandes, Reprise reprise) {
        this.demandes = demandes;
        this.reprise = reprise;
    }

    @Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT1H")
    @SchedulerLock(name = "mise-a-jour-resultats-rsa")
    void mettreAJour() {
        List<UUID> perimes = demandes.aMettreAJour();
        int echecs = 0;
        for (UUID id : perimes) {
            try {
                reprise.enTransaction(() -> demandes.mettreAJour(id, Agent.JALON));
            } catch (RuntimeException e) {
                echecs++;
                LOG.error("RSA : les conditions du dossier {} restent à revoir", id, e);
            }
        }
        if (!perimes.isEmpty()) {
            LOG.info("RSA : conditions revues pour {} dossiers, {} échecs", perimes.size() - echecs, echecs);
        }
    }
}
