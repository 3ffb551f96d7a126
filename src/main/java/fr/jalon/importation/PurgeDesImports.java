package fr.jalon.importation;

import fr.jalon.commun.Horloge;
import java.time.Duration;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Erases what an import needs no more (GDPR, article 5-1-e): the previews nobody wrote, and the cells of what is written.
 * The results and the keys against a second writing stay; neither holds a name.
 */
@Component
class PurgeDesImports {

    private static final Logger LOG = LoggerFactory.getLogger(PurgeDesImports.class);

    /** A file whose titles nobody matched is not kept longer. */
    private static final Duration ATTENTE_MAX = Duration.ofDays(7);

    private final TableImports imports;
    private final TableAttente attentes;
    private final Horloge horloge;
    private final Duration conservation;

    PurgeDesImports(
            TableImports imports,
            TableAttente attentes,
            Horloge horloge,
            @Value("${jalon.imports.conservation:P90D}") Duration conservation) {
        this.imports = imports;
        this.attentes = attentes;
        this.horloge = horloge;
        this.conservation = conservation;
    }

    @Scheduled(cron = "0 35 4 * * *", zone = "Europe/Paris")
    @SchedulerLock(name = "purge-imports")
    void purger() {
        int effaces = imports.purger(horloge.maintenant().minus(conservation));
        effaces += attentes.purger(horloge.maintenant().minus(ATTENTE_MAX));
        LOG.info("Imports : {} éléments effacés", effaces);
    }
}
