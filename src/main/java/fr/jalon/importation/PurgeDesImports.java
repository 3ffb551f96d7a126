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

    private final TableImports imports;
    private final Horloge horloge;
    private final Duration conservation;

    PurgeDesImports(
            TableImports imports, Horloge horloge, @Value("${jalon.imports.conservation:P90D}") Duration conservation) {
        this.imports = imports;
        this.horloge = horloge;
        this.conservation = conservation;
    }

    @Scheduled(cron = "0 35 4 * * *", zone = "Europe/Paris")
    @SchedulerLock(name = "purge-imports")
    void purger() {
        int effaces = imports.purger(horloge.maintenant().minus(conservation));
        LOG.info("Imports : {} éléments effacés", effaces);
    }
}
