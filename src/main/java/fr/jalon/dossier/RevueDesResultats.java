package fr.jalon.dossier;

import fr.jalon.commun.Reprise;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Writes down what the screens already say: results that time alone has put out of date are made again, and traced. Each result is looked
 * at once a day, in a transaction of its own; one that fails is tried again.
 */
@Component
public class RevueDesResultats {

    private static final Logger LOG = LoggerFactory.getLogger(RevueDesResultats.class);

    private final FaitsDuDossier faits;
    private final Reprise reprise;

    RevueDesResultats(FaitsDuDossier faits, Reprise reprise) {
        this.faits = faits;
        this.reprise = reprise;
    }

    /** Looks at what nobody looked at today. */
    @Scheduled(initialDelayString = "PT40S", fixedDelayString = "PT1H")
    @SchedulerLock(name = "revue-des-resultats")
    public void revoir() {
        List<Map.Entry<UUID, String>> resultats = faits.aVerifier();
        int echecs = 0;
        for (Map.Entry<UUID, String> r : resultats) {
            try {
                reprise.enTransaction(() -> faits.verifier(r.getKey(), r.getValue()));
            } catch (RuntimeException e) {
                echecs++;
                LOG.error("Dossier {} : le résultat {} reste à revoir", r.getKey(), r.getValue(), e);
            }
        }
        if (echecs > 0) {
            LOG.warn("Résultats revus : {}, dont {} échecs", resultats.size(), echecs);
        }
    }
}
