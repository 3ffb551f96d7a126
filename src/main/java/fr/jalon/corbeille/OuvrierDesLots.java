package fr.jalon.corbeille;

import fr.jalon.commun.Horloge;
import fr.jalon.corbeille.TableLots.AFaire;
import fr.jalon.corbeille.TableLots.EnCours;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import net.javacrumbs.shedlock.core.LockExtender;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Carries out the lots, on one node at a time. What is left to do is read from the rows themselves: a node that stops in the middle is
 * followed by another that goes on at the next row. Were two at work nevertheless, each row would still be claimed by one.
 */
@Component
class OuvrierDesLots {

    private static final int TRANCHE = 50;
    private static final Duration VERROU = Duration.ofMinutes(1);

    private final TableLots table;
    private final GesteSurUneTache geste;
    private final Horloge horloge;
    private final Duration garde;

    OuvrierDesLots(
            TableLots table,
            GesteSurUneTache geste,
            Horloge horloge,
            @Value("${jalon.corbeille.lots.garde}") Duration garde) {
        this.table = table;
        this.geste = geste;
        this.horloge = horloge;
        this.garde = garde;
    }

    /**
     * Works until no row waits. Each lot has its turn for a few rows: a small one ends while a large one goes on.
     *
     * @param arret says that the application stops: the work is left after the present row
     */
    @SchedulerLock(name = "lots-corbeille", lockAtMostFor = "PT1M")
    void travailler(BooleanSupplier arret) {
        List<EnCours> tour = table.enCours();
        while (!tour.isEmpty() && !arret.getAsBoolean()) {
            for (EnCours lot : tour) {
                avancer(lot, arret);
                LockExtender.extendActiveLock(VERROU, Duration.ZERO);
            }
            tour = table.enCours();
        }
    }

    private void avancer(EnCours lot, BooleanSupplier arret) {
        List<AFaire> lignes = table.aFaire(lot.id(), TRANCHE);
        for (AFaire ligne : lignes) {
            if (arret.getAsBoolean()) {
                return;
            }
            geste.accomplir(lot, ligne);
        }
        if (lignes.size() < TRANCHE) {
            table.terminer(lot.id(), horloge.maintenant());
        }
    }

    /** Reports that nobody needs any more. */
    @Scheduled(cron = "${jalon.corbeille.oubli-des-lots:0 50 4 * * *}", zone = "Europe/Paris")
    @SchedulerLock(name = "oubli-des-lots")
    @Transactional
    void oublier() {
        table.oublier(horloge.maintenant().minus(garde));
    }
}
