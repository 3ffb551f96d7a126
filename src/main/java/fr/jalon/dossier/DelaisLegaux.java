package fr.jalon.dossier;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Textes;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The two clocks of each dossier while it is instructed: stopped, started again, extended once; urgency shortens the target alone. */
@Service
@Transactional
public class DelaisLegaux {

    private final Dossiers dossiers;
    private final Delais delais;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;

    DelaisLegaux(Dossiers dossiers, Delais delais, Horloge horloge, ApplicationEventPublisher evenements) {
        this.dossiers = dossiers;
        this.delais = delais;
        this.horloge = horloge;
        this.evenements = evenements;
    }

    /** Stops the internal target while somebody else must act. */
    public void suspendre(UUID id, String motif, EtatDossier attente, Agent auteur) {
        Dossier dossier = dossiers.exiger(id);
        if (dossier.horloge().suspendue()) {
            return;
        }
        dossier.suspendre(horloge.aujourdhui(), motif, attente);
        dossiers.tracer(id, "DELAI_SUSPENDU", "Le délai est suspendu : " + Textes.phrase(motif), auteur);
        evenements.publishEvent(new DossierModifie(id));
    }

    /**
     * Stops the legal date for the time given to bring pieces that are required (CRPA L114-5).
     *
     * @param recuLe day on which the person received the request, presumed or proved
     * @param jusqua last day of the time given
     */
    public void suspendreLimite(UUID id, LocalDate recuLe, LocalDate jusqua) {
        Dossier dossier = dossiers.exiger(id);
        if (!dossier.clos()) {
            dossier.regler(dossier.horloge().suspendreLimite(new HorlogeLegale.Suspension(recuLe, jusqua)));
            evenements.publishEvent(new DossierModifie(id));
        }
    }

    /** The request came back: nothing suspends the legal date any more. */
    public void annulerSuspensionLimite(UUID id) {
        Dossier dossier = dossiers.exiger(id);
        dossier.regler(dossier.horloge().suspendreLimite(null));
        evenements.publishEvent(new DossierModifie(id));
    }

    /** Starts both clocks again; the dates move by the days spent. */
    public void reprendre(UUID id, Agent auteur) {
        Dossier dossier = dossiers.exiger(id);
        if (!dossier.horloge().suspendue() && dossier.horloge().legale() == null) {
            return;
        }
        dossier.reprendre(horloge.aujourdhui());
        dossiers.tracer(id, "DELAI_REPRIS", "Le délai reprend.", auteur);
        evenements.publishEvent(new DossierModifie(id));
    }

    /** Notes that the time given to the person was extended; once only. */
    public void prolonger(UUID id, String motif, Agent auteur) {
        Dossier dossier = dossiers.exiger(id);
        if (dossier.prolonge()) {
            throw new Conflit("Le délai a déjà été prolongé une fois : il ne peut plus l'être.");
        }
        dossier.prolonger();
        dossiers.tracer(id, "DELAI_PROLONGE", "Délai prolongé.", motif, auteur);
    }

    /** What the delay of the dossier was for is done: its dates no longer run, those of its steps remain. */
    public void tenu(UUID id) {
        Dossier dossier = dossiers.exiger(id);
        dossier.regler(dossier.horloge().avecDates(null, null));
        evenements.publishEvent(new DossierModifie(id));
    }

    /** What the delay was for is to be done again: its dates run as they ran, from that day. */
    public void retenir(UUID id, LocalDate debut) {
        Dossier dossier = dossiers.exiger(id);
        delais.dates(dossier.dispositif(), Dossiers.HORLOGE_DOSSIER, dossier.urgent(), debut)
                .ifPresent(d -> dossier.regler(dossier.horloge().avecDates(d.cible(), d.limite())));
        evenements.publishEvent(new DossierModifie(id));
    }

    /** Makes the dossier urgent: its target becomes that of urgent dossiers; the legal date does not move (CRPA, L231-4). */
    public void rendreUrgent(UUID id, String motif, Agent auteur) {
        Dossier dossier = dossiers.exiger(id);
        if (dossier.urgent() || dossier.clos()) {
            return;
        }
        dossier.rendreUrgent(motif);
        delais.dates(dossier.dispositif(), Dossiers.HORLOGE_DOSSIER, true, dossier.deposeLe())
                .filter(d -> d.cible() != null)
                .ifPresent(d -> dossier.regler(dossier.horloge().urgente(d.cible())));
        dossiers.tracer(id, "URGENCE", "Dossier signalé urgent.", motif, auteur);
        evenements.publishEvent(new DossierModifie(id));
    }
}
