package fr.jalon.rsa.parcours;

import fr.jalon.agent.Agent;
import fr.jalon.courrier.CodesCourrier;
import fr.jalon.courrier.CourrierAnnule;
import fr.jalon.courrier.CourrierSigne;
import fr.jalon.dispositif.DelaiDeplace;
import fr.jalon.dispositif.FaitAttendu;
import fr.jalon.dispositif.MessageParcours;
import fr.jalon.dispositif.TacheEvenement;
import fr.jalon.dispositif.TacheEvenement.Nature;
import fr.jalon.dispositif.Variables;
import fr.jalon.dispositif.faits.SituationCorrigee;
import fr.jalon.dossier.DelaisLegaux;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EtatDossier;
import fr.jalon.dossier.Pieces;
import fr.jalon.dossier.PiecesCompletees;
import fr.jalon.rsa.ConditionsPassees;
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
    private final Dossiers dossiers;
    private final Pieces pieces;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher evenements;

    EcouteRsa(
            DelaisLegaux delais,
            Dossiers dossiers,
            Pieces pieces,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher evenements) {
        this.delais = delais;
        this.dossiers = dossiers;
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

    /** The time given is over: both clocks start again from its end, whenever somebody decides what follows. */
    @EventListener
    void sur(TacheEvenement fait) {
        if (fait.nature() == Nature.CREEE && InstructionRsa.DECIDER_SUITE_DELAI.equals(fait.etape())) {
            delais.reprendre(fait.dossierId(), Agent.JALON);
        }
    }

    /**
     * The wait for pieces begins when nothing is missing any more: it ends at once. After the commit, because the engine is
     * still entering the step; if the machine stops in between, an agent ends it by hand.
     */
    @TransactionalEventListener
    void apres(TacheEvenement fait) {
        if (fait.nature() == Nature.CREEE
                && InstructionRsa.RECEVOIR_PIECES.equals(fait.etape())
                && pieces.manquantes(fait.dossierId()).isEmpty()) {
            transaction.executeWithoutResult(statut -> sur(new PiecesCompletees(fait.dossierId(), Agent.JALON)));
        }
    }

    /**
     * A fact changed while the claim is instructed: pieces that it newly needs are asked for, and a proposal made before is made again.
     */
    @EventListener
    void sur(SituationCorrigee fait) {
        boolean manque = !pieces.manquantes(fait.dossierId()).isEmpty();
        if (!manque) {
            sur(new PiecesCompletees(fait.dossierId(), fait.auteur()));
        }
        evenements.publishEvent(MessageParcours.siAttendu(
                fait.dossierId(), manque ? InstructionRsa.PIECES_A_DEMANDER : InstructionRsa.SITUATION_CORRIGEE));
    }

    /** What was proposed from conditions that time has changed is proposed again. */
    @EventListener
    void sur(ConditionsPassees fait) {
        evenements.publishEvent(MessageParcours.siAttendu(fait.dossierId(), InstructionRsa.SITUATION_CORRIGEE));
    }

    /** The legal date stops for the time given to bring pieces, from the receipt of the request (CRPA, L114-5). */
    @EventListener
    void sur(DelaiDeplace fait) {
        if (!InstructionRsa.DELAI_PIECES_DEPASSE.equals(fait.element())) {
            return;
        }
        if (fait.echeance() == null) {
            delais.annulerSuspensionLimite(fait.dossierId());
            dossiers.tracer(
                    fait.dossierId(),
                    "PIECES",
                    "La demande de pièces est revenue : le délai ne court plus. Trouvez une autre adresse, puis demandez-les à nouveau.",
                    Agent.JALON);
        } else if (dossiers.parId(fait.dossierId()).etat() == EtatDossier.ATTENTE_PERSONNE) {
            delais.suspendreLimite(fait.dossierId(), fait.recuLe(), fait.echeance());
        }
    }

    @EventListener
    void sur(CourrierSigne fait) {
        if (CodesCourrier.CLASSEMENT_SANS_SUITE.equals(fait.modele())) {
            evenements.publishEvent(MessageParcours.siAttendu(fait.dossierId(), InstructionRsa.CLASSEMENT_SIGNE));
        }
    }

    @EventListener
    void sur(CourrierAnnule fait) {
        if (CodesCourrier.CLASSEMENT_SANS_SUITE.equals(fait.modele())) {
            evenements.publishEvent(MessageParcours.siAttendu(fait.dossierId(), InstructionRsa.CLASSEMENT_ANNULE));
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
