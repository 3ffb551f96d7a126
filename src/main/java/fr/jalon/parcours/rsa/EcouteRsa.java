package fr.jalon.parcours.rsa;

import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.PiecesCompletees;
import fr.jalon.parcours.FaitAttendu;
import fr.jalon.parcours.Variables;
import fr.jalon.rsa.DecisionCafRecue;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Facts that end a waiting step of the RSA by themselves. */
@Component
class EcouteRsa {

    private final Dossiers dossiers;
    private final ApplicationEventPublisher evenements;

    EcouteRsa(Dossiers dossiers, ApplicationEventPublisher evenements) {
        this.dossiers = dossiers;
        this.evenements = evenements;
    }

    @EventListener
    void sur(PiecesCompletees fait) {
        dossiers.reprendre(fait.dossierId(), fait.auteur());
        evenements.publishEvent(
                new FaitAttendu.Survenu(fait.dossierId(), FaitAttendu.PIECES_COMPLETEES, Map.of(), fait.auteur()));
    }

    @EventListener
    void sur(DecisionCafRecue fait) {
        evenements.publishEvent(new FaitAttendu.Survenu(
                fait.dossierId(),
                FaitAttendu.DECISION_CAF_RECUE,
                Variables.aucune()
                        .avec(InstructionRsa.DECISION_CAF, fait.sens().name())
                        .valeurs(),
                fait.auteur()));
    }
}
