package fr.jalon.atelier;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The planned publications of the day, a little after midnight and each hour: one that could not be is tried again. */
@Component
class PublicationsProgrammees {

    private final PublicationDesModeles publication;

    PublicationsProgrammees(PublicationDesModeles publication) {
        this.publication = publication;
    }

    @Scheduled(cron = "0 5 * * * *", zone = "Europe/Paris")
    @SchedulerLock(name = "publications-de-modeles")
    void publier() {
        publication.publierLesDus();
    }
}
