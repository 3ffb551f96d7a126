package fr.jalon.parcours.rsa;

import fr.jalon.agent.Agent;
import fr.jalon.dossier.DelaisLegaux;
import fr.jalon.dossier.Pieces;
import fr.jalon.dossier.PiecesCompletees;
import fr.jalon.parcours.FaitAttendu;
import fr.jalon.parcours.TacheEvenement;
import fr.jalon.parcours.TacheEvenement.Nature;
import fr.jalon.parcours.Variables;
import fr.jalon.rsa.DecisionCafRecue;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** Facts that end a waiting step of the RSA by themselves. */
@Component
class EcouteRsa {

    private final DelaisLegaux delais;
    private final Pieces pieces;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher evenements;

    EcouteRsa(
            DelaisLegaux delais,
            Pieces pieces,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher evenements) {
        this.delais = delais;
        this.pieces = pieces;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.evenements = evenements;
    }

    @EventListener
    void sur(PiecesCompletees fait) {
        delais.reprendre(fait.dossierId(), fait.auteur());
        evenements.publishEvent(
                new FaitAttendu.Survenu(fait.dossierId(), FaitAttendu.PIECES_COMPLETEES, Map.of(), fait.auteur()));
    }

    /**
     * The wait for pieces begins when nothing is missing any more: it ends at once. After the commit, because the engine is
     * still entering the step; if the machine stops in between, an agent ends it by hand.
     */
    @TransactionalEventListener
    void sur(TacheEvenement fait) {
        if (fait.nature() == Nature.CREEE
                && InstructionRsa.RECEVOIR_PIECES.equals(fait.etape())
                && pieces.manquantes(fait.dossierId()).isEmpty()) {
            transaction.executeWithoutResult(statut -> sur(new PiecesCompletees(fait.dossierId(), Agent.JALON)));
        }
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
