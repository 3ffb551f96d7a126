package fr.jalon.accueil;

import fr.jalon.commun.Horloge;
import fr.jalon.commun.Reprise;
import fr.jalon.courrier.Courriers;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * After the time that {@code parametres-accueil} gives, a visit says no more whose it was nor what was answered, and its receipt
 * is erased (GDPR, article 5-1-e). The counts stay: they never held a name.
 */
@Component
class PurgeDesVisites {

    private static final Logger LOG = LoggerFactory.getLogger(PurgeDesVisites.class);
    private static final int PAR_TRANSACTION = 200;

    private final VisitesRepository visites;
    private final Courriers courriers;
    private final ParametresAccueil parametres;
    private final JdbcTemplate jdbc;
    private final Reprise reprise;
    private final Horloge horloge;

    PurgeDesVisites(
            VisitesRepository visites,
            Courriers courriers,
            ParametresAccueil parametres,
            JdbcTemplate jdbc,
            Reprise reprise,
            Horloge horloge) {
        this.visites = visites;
        this.courriers = courriers;
        this.parametres = parametres;
        this.jdbc = jdbc;
        this.reprise = reprise;
        this.horloge = horloge;
    }

    @Scheduled(cron = "0 50 4 * * *", zone = "Europe/Paris")
    @SchedulerLock(name = "purge-visites")
    void purger() {
        LocalDate avant = horloge.aujourdhui().minusMonths(parametres.conservationMois());
        int effacees = 0;
        int lot;
        do {
            lot = reprise.enTransaction(() -> lot(avant));
            effacees += lot;
        } while (lot == PAR_TRANSACTION);
        LOG.info("Accueil : {} visites rendues anonymes", effacees);
    }

    private int lot(LocalDate avant) {
        List<UUID> anciennes = visites.aEffacer(avant, Limit.of(PAR_TRANSACTION));
        anciennes.forEach(id -> {
            courriers.effacer(id);
            jdbc.update(
                    "update visite set effacee_le = ?, personne_id = null, reponse = null, rendez_vous = null,"
                            + " rendez_vous_lieu = null, dossier_id = null, version = version + 1 where id = ?",
                    Timestamp.from(horloge.maintenant()),
                    id);
        });
        return anciennes.size();
    }
}
