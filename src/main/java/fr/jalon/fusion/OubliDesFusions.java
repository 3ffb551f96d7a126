package fr.jalon.fusion;

import fr.jalon.commun.Horloge;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Every night: the copies kept for an undo go with its time. */
@Component
class OubliDesFusions {

    private final FusionsJdbc fusions;
    private final Horloge horloge;

    OubliDesFusions(FusionsJdbc fusions, Horloge horloge) {
        this.fusions = fusions;
        this.horloge = horloge;
    }

    @Scheduled(cron = "0 10 4 * * *", zone = "Europe/Paris")
    @SchedulerLock(name = "oubli-des-fusions")
    @Transactional
    public void oublier() {
        fusions.oublier(horloge.aujourdhui());
    }
}
