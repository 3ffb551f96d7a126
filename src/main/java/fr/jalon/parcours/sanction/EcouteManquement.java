package fr.jalon.parcours.sanction;

import fr.jalon.courrier.CodesCourrier;
import fr.jalon.courrier.CourrierRetourne;
import fr.jalon.courrier.CourrierSigne;
import fr.jalon.parcours.MessageParcours;
import fr.jalon.sanction.ManquementVue;
import fr.jalon.sanction.Manquements;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the life of a letter does to the procedure: a returned one stops the person's time, a signed decision leaves for who carries it out. */
@Component
class EcouteManquement {

    private static final String CLE = "courrier:";

    private final Manquements manquements;
    private final TransmissionSanction transmission;
    private final ApplicationEventPublisher evenements;

    EcouteManquement(Manquements manquements, TransmissionSanction transmission, ApplicationEventPublisher evenements) {
        this.manquements = manquements;
        this.transmission = transmission;
        this.evenements = evenements;
    }

    /** An unsigned decision is none: the CAF and France Travail hear of it once it is signed (CRPA, art. L212-1). */
    @EventListener
    void sur(CourrierSigne fait) {
        if (CodesCourrier.SANCTION_DECIDEE.equals(fait.modele())) {
            transmission.sanction(CLE + fait.courrierId(), fait.dossierId());
        }
    }

    /** Only while the person is still expected to answer: later, the decision refuses by itself. */
    @EventListener
    void sur(CourrierRetourne fait) {
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
