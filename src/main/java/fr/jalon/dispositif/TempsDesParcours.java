package fr.jalon.dispositif;

import fr.jalon.commun.FinDeTransaction;
import fr.jalon.commun.Horloge;
import fr.jalon.dossier.DossierModifie;
import fr.jalon.dossier.DossierOuvert;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.temps.TempsDesDossiers;
import fr.jalon.temps.TempsDesDossiers.Vie;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the time of a dossier what happens to it: its steps at once, its segment once, when the transaction ends, so that what passes
 * between two steps of one transaction leaves no crumb.
 */
@Component
class TempsDesParcours {

    private static final int LOT = 2000;

    private final TempsDesDossiers temps;
    private final Dossiers dossiers;
    private final Horloge horloge;
    private final FinDeTransaction aLaFin;

    TempsDesParcours(TempsDesDossiers temps, Dossiers dossiers, Horloge horloge) {
        this.temps = temps;
        this.dossiers = dossiers;
        this.horloge = horloge;
        this.aLaFin = new FinDeTransaction(this::constater);
    }

    @EventListener
    void sur(TacheEvenement tache) {
        switch (tache.nature()) {
            case CREEE ->
                temps.ouvrirEtape(tache.tacheId(), tache.dossierId(), tache.etape(), tache.attente(), tache.creee());
            case ACHEVEE, SUPPRIMEE -> temps.fermerEtape(tache.tacheId(), horloge.maintenant());
            case ASSIGNEE, MODIFIEE -> {
                return;
            }
        }
        aLaFin.noter(tache.dossierId());
    }

    @EventListener
    void sur(DossierOuvert fait) {
        aLaFin.noter(fait.dossierId());
    }

    /** Suspended, resumed, closed, open again. */
    @EventListener
    void sur(DossierModifie fait) {
        aLaFin.noter(fait.dossierId());
    }

    private void constater(Set<UUID> touches) {
        Instant maintenant = horloge.maintenant();
        touches.forEach(id -> temps.constater(vie(id), maintenant));
    }

    private Vie vie(UUID dossierId) {
        DossierVue dossier = dossiers.parId(dossierId);
        return new Vie(
                dossierId, dossier.creeLe(), dossier.closLe(), dossier.horloge().suspendue());
    }

    /** The dossiers of before this was recorded: their segments are made from what the queue remembers. */
    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "${jalon.temps.reprise:PT6H}")
    @SchedulerLock(name = "reprise-temps")
    @Transactional
    public void reprendre() {
        temps.sansSegment(LOT).forEach(id -> temps.reconstruire(vie(id)));
    }
}
