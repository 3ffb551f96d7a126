package fr.jalon.parcours.sanction;

import fr.jalon.courrier.CodesCourrier;
import fr.jalon.courrier.CourrierEnvoye;
import fr.jalon.courrier.CourrierRecu;
import fr.jalon.courrier.CourrierRetourne;
import fr.jalon.courrier.CourrierSigne;
import fr.jalon.courrier.ReceptionCourrier;
import fr.jalon.dossier.Dossiers;
import fr.jalon.parcours.MessageParcours;
import fr.jalon.parcours.Minuteries;
import fr.jalon.sanction.DecisionsDeSanction;
import fr.jalon.sanction.ManquementVue;
import fr.jalon.sanction.Manquements;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the life of a letter does to the procedure: a returned one stops the person's time, a signed decision leaves for who carries it out. */
@Component
class EcouteManquement {

    private static final String CLE = "courrier:";

    private final Manquements manquements;
    private final DecisionsDeSanction decisions;
    private final TransmissionSanction transmission;
    private final ReceptionCourrier presomption;
    private final Minuteries minuteries;
    private final Dossiers dossiers;
    private final ApplicationEventPublisher evenements;

    EcouteManquement(
            Manquements manquements,
            DecisionsDeSanction decisions,
            TransmissionSanction transmission,
            ReceptionCourrier presomption,
            Minuteries minuteries,
            Dossiers dossiers,
            ApplicationEventPublisher evenements) {
        this.manquements = manquements;
        this.decisions = decisions;
        this.transmission = transmission;
        this.presomption = presomption;
        this.minuteries = minuteries;
        this.dossiers = dossiers;
        this.evenements = evenements;
    }

    /** An unsigned decision is none: the CAF and France Travail hear of it once it is signed (CRPA, art. L212-1). */
    @EventListener
    void sur(CourrierSigne fait) {
        if (CodesCourrier.SANCTION_DECIDEE.equals(fait.modele())) {
            transmission.sanction(CLE + fait.courrierId(), fait.dossierId());
        }
    }

    /** A sanction begins when its decision is received: handed over, acknowledged, else presumed from the sending. */
    @EventListener
    void sur(CourrierEnvoye fait) {
        if (CodesCourrier.SANCTION_DECIDEE.equals(fait.modele())) {
            commencer(fait.courrierId(), fait.dossierId(), presomption.presumee(fait.jour(), fait.mode()));
        }
    }

    @EventListener
    void sur(CourrierRecu fait) {
        if (CodesCourrier.SANCTION_DECIDEE.equals(fait.modele())) {
            commencer(fait.courrierId(), fait.dossierId(), fait.jour());
        }
    }

    private void commencer(UUID courrierId, UUID dossierId, LocalDate recueLe) {
        decisions.commencer(dossierId, recueLe).ifPresent(dernierJour -> {
            minuteries.regler(
                    dossiers.parId(dossierId).numero(),
                    ManquementRsa.DUREE_ECOULEE,
                    ManquementRsa.DATE_FIN_SANCTION,
                    ManquementRsa.finDeJournee(dernierJour),
                    dernierJour);
            transmission.sanction(CLE + courrierId + ":" + dernierJour, dossierId);
        });
    }

    /**
     * While the person is still expected to answer, her time stops; while a sanction runs, it stops and who decides is asked what to do. Later
     * letters change nothing.
     */
    @EventListener
    void sur(CourrierRetourne fait) {
        if (CodesCourrier.SANCTION_DECIDEE.equals(fait.modele())
                && manquements.manquement(fait.dossierId()).sanctionnee()) {
            evenements.publishEvent(new MessageParcours(fait.dossierId(), ManquementRsa.COURRIER_RETOURNE));
            return;
        }
        if (CodesCourrier.MANQUEMENT_OBSERVATIONS.equals(fait.modele()) && attendUneReponse(fait.dossierId())) {
            manquements.lettreRevenue(fait.dossierId());
            evenements.publishEvent(new MessageParcours(fait.dossierId(), ManquementRsa.COURRIER_RETOURNE));
        }
    }

    private boolean attendUneReponse(UUID dossierId) {
        ManquementVue m = manquements.manquement(dossierId);
        return manquements.observationsAttendues(dossierId) && m.choix() == null;
    }
}
