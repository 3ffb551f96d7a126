package fr.jalon.numerique;

import fr.jalon.accueil.ParametresAccueil;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Reprise;
import fr.jalon.courrier.Courriers;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** A diagnosis forgets whose it was after the time that the visits have too (GDPR, article 5-1-e); its sheet is erased, its count stays. */
@Component
class PurgeDesDiagnostics {

    private static final Logger LOG = LoggerFactory.getLogger(PurgeDesDiagnostics.class);
    private static final int PAR_TRANSACTION = 200;

    private final TableDiagnostics table;
    private final Courriers courriers;
    private final ParametresAccueil parametres;
    private final Reprise reprise;
    private final Horloge horloge;

    PurgeDesDiagnostics(
            TableDiagnostics table,
            Courriers courriers,
            ParametresAccueil parametres,
            Reprise reprise,
            Horloge horloge) {
        this.table = table;
        this.courriers = courriers;
        this.parametres = parametres;
        this.reprise = reprise;
        this.horloge = horloge;
    }

    @Scheduled(cron = "0 55 4 * * *", zone = "Europe/Paris")
    @SchedulerLock(name = "purge-diagnostics")
    void purger() {
        LocalDate avant = horloge.aujourdhui().minusMonths(parametres.conservationMois());
        int effaces = 0;
        int lot;
        do {
            lot = reprise.enTransaction(() -> lot(avant));
            effaces += lot;
        } while (lot == PAR_TRANSACTION);
        LOG.info("Numérique : {} diagnostics rendus anonymes", effaces);
    }

    private int lot(LocalDate avant) {
        List<UUID> anciens = table.aEffacer(avant, PAR_TRANSACTION);
        anciens.forEach(id -> {
            courriers.effacer(id);
            table.effacer(id, horloge.maintenant());
        });
        return anciens.size();
    }
}
