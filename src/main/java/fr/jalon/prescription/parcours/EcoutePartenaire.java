package fr.jalon.prescription.parcours;

import fr.jalon.agent.Agent;
import fr.jalon.dispositif.FaitAttendu;
import fr.jalon.dispositif.MessageParcours;
import fr.jalon.dispositif.Variables;
import fr.jalon.prescription.PartageArrete;
import fr.jalon.prescription.PartenaireARepondu;
import fr.jalon.prescription.PremierRendezVousNote;
import fr.jalon.prescription.ResultatNote;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a partner does by itself moves the path, in the same transaction; so does an agreement taken back. */
@Component
class EcoutePartenaire {

    private final ApplicationEventPublisher evenements;

    EcoutePartenaire(ApplicationEventPublisher evenements) {
        this.evenements = evenements;
    }

    @EventListener
    void sur(PartenaireARepondu fait) {
        achever(
                fait.dossierId(),
                FaitAttendu.REPONSE_PARTENAIRE,
                Variables.aucune().avec(OrientationPartenaire.PARTENAIRE_ACCEPTE, fait.accepte()),
                fait.auteur());
    }

    @EventListener
    void sur(PremierRendezVousNote fait) {
        achever(
                fait.dossierId(),
                FaitAttendu.RENDEZ_VOUS_PARTENAIRE,
                Variables.aucune()
                        .avec(OrientationPartenaire.RENCONTRE, fait.issue().name()),
                fait.auteur());
    }

    @EventListener
    void sur(ResultatNote fait) {
        achever(fait.dossierId(), FaitAttendu.RESULTAT_PARTENAIRE, Variables.aucune(), fait.auteur());
    }

    @EventListener
    void sur(PartageArrete fait) {
        evenements.publishEvent(new MessageParcours(fait.dossierId(), OrientationPartenaire.CONSENTEMENT_RETIRE));
    }

    private void achever(UUID dossierId, FaitAttendu fait, Variables variables, Agent auteur) {
        evenements.publishEvent(new FaitAttendu.Survenu(dossierId, fait, variables.valeurs(), auteur));
    }
}
