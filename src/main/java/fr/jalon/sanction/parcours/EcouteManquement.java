package fr.jalon.sanction.parcours;

import fr.jalon.courrier.CodesCourrier;
import fr.jalon.courrier.CourrierEnvoye;
import fr.jalon.courrier.CourrierRecu;
import fr.jalon.courrier.CourrierRetourne;
import fr.jalon.courrier.ReceptionCourrier;
import fr.jalon.dispositif.MessageParcours;
import fr.jalon.dispositif.Minuteries;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.FaitsModifies;
import fr.jalon.moteur.EtapesEnCours;
import fr.jalon.sanction.DecisionsDeSanction;
import fr.jalon.sanction.ManquementVue;
import fr.jalon.sanction.Manquements;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the life of a letter does to the procedure: a returned one stops the person's time, a decision that is sent leaves for who carries it out. */
@Component
class EcouteManquement {

    private static final String CLE = "courrier:";

    private final Manquements manquements;
    private final DecisionsDeSanction decisions;
    private final SuitesDuManquement suites;
    private final TransmissionSanction transmission;
    private final ReceptionCourrier presomption;
    private final Minuteries minuteries;
    private final EtapesEnCours etapes;
    private final Dossiers dossiers;
    private final ApplicationEventPublisher evenements;

    EcouteManquement(
            Manquements manquements,
            DecisionsDeSanction decisions,
            SuitesDuManquement suites,
            TransmissionSanction transmission,
            ReceptionCourrier presomption,
            Minuteries minuteries,
            EtapesEnCours etapes,
            Dossiers dossiers,
            ApplicationEventPublisher evenements) {
        this.manquements = manquements;
        this.decisions = decisions;
        this.suites = suites;
        this.transmission = transmission;
        this.presomption = presomption;
        this.minuteries = minuteries;
        this.etapes = etapes;
        this.dossiers = dossiers;
        this.evenements = evenements;
    }

    /**
     * A sanction begins when its decision is received: handed over, acknowledged, else presumed from the sending. The CAF and France
     * Travail hear of it then, with the day that holds: a decision that was not signed or not sent has no effect (CRPA, art. L212-1 and
     * L221-8).
     */
    @EventListener
    void sur(CourrierEnvoye fait) {
        if (CodesCourrier.SANCTION_DECIDEE.equals(fait.modele()) && decisions.court(fait.dossierId())) {
            commencer(fait.dossierId(), presomption.presumee(fait.jour(), fait.mode()));
            transmission.sanction(CLE + fait.courrierId(), fait.dossierId());
        }
    }

    @EventListener
    void sur(CourrierRecu fait) {
        if (CodesCourrier.SANCTION_DECIDEE.equals(fait.modele()) && decisions.court(fait.dossierId())) {
            commencer(fait.dossierId(), fait.jour())
                    .ifPresent(dernierJour ->
                            transmission.sanction(CLE + fait.courrierId() + ":" + dernierJour, fait.dossierId()));
        }
    }

    private Optional<LocalDate> commencer(UUID dossierId, LocalDate recueLe) {
        Optional<LocalDate> fin = decisions.commencer(dossierId, recueLe);
        fin.ifPresent(dernierJour -> minuteries.regler(
                dossiers.parId(dossierId).numero(),
                ManquementRsa.DUREE_ECOULEE,
                ManquementRsa.DATE_FIN_SANCTION,
                ManquementRsa.finDeJournee(dernierJour),
                dernierJour));
        return fin;
    }

    /** The foyer changed: no sanction leaves on the old one, it is decided again. One that left is a decision of its own, and stays. */
    @EventListener
    void sur(FaitsModifies fait) {
        UUID dossier = fait.dossierId();
        if (Manquements.DISPOSITIF.equals(fait.dispositif())
                && decisions.court(dossier)
                && decisions.perimee(dossier)
                && etapes.attend(dossiers.parId(dossier).numero(), ManquementRsa.SUIVRE_SANCTION)
                && suites.retirerLaDecision(dossier, "le foyer a changé avant l'envoi de la décision")) {
            evenements.publishEvent(new MessageParcours(dossier, ManquementRsa.COURRIER_RETOURNE));
        }
    }

    /**
     * While the person is still expected to answer, her time stops; while a sanction runs, it stops and who decides is asked what to do. Later
     * letters change nothing, nor does one that another letter replaced.
     */
    @EventListener
    void sur(CourrierRetourne fait) {
        if (CodesCourrier.SANCTION_DECIDEE.equals(fait.modele())
                && manquements.manquement(fait.dossierId()).sanctionnee()) {
            // Once the sanction is over no step waits for it, and the return is noted all the same
            evenements.publishEvent(MessageParcours.siAttendu(fait.dossierId(), ManquementRsa.COURRIER_RETOURNE));
            return;
        }
        if (CodesCourrier.MANQUEMENT_OBSERVATIONS.equals(fait.modele())
                && attendUneReponse(fait.dossierId())
                && suites.derniere(fait.dossierId(), fait.modele())
                        .filter(c -> c.id().equals(fait.courrierId()))
                        .isPresent()) {
            manquements.lettreRevenue(fait.dossierId());
            evenements.publishEvent(new MessageParcours(fait.dossierId(), ManquementRsa.COURRIER_RETOURNE));
        }
    }

    /** What asks for an opinion, or for another letter, decides nothing. */
    private boolean attendUneReponse(UUID dossierId) {
        ManquementVue m = manquements.manquement(dossierId);
        return manquements.observationsAttendues(dossierId)
                && (m.choix() == null || !m.choix().decision().tranche());
    }
}
