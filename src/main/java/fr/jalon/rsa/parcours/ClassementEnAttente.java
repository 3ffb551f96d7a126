package fr.jalon.rsa.parcours;

import fr.jalon.agent.Agent;
import fr.jalon.courrier.AvantSignature;
import fr.jalon.courrier.CodesCourrier;
import fr.jalon.courrier.CourrierProduit;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.EtatCourrier;
import fr.jalon.dispositif.faits.SituationCorrigee;
import fr.jalon.dossier.PieceRecue;
import fr.jalon.dossier.Pieces;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A claim is closed for what was not received. Until somebody signs it, whatever comes or changes takes the closing back, and its step
 * asks again: nobody is told that a piece is missing which she brought (CRPA, art. L114-5 and L212-1).
 */
@Component
class ClassementEnAttente implements AvantSignature {

    private final Courriers courriers;
    private final Pieces pieces;
    private final TransactionTemplate transaction;

    ClassementEnAttente(Courriers courriers, Pieces pieces, PlatformTransactionManager transactions) {
        this.courriers = courriers;
        this.pieces = pieces;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @EventListener
    void sur(PieceRecue fait) {
        reprendre(fait.dossierId(), "une pièce est arrivée avant la signature");
    }

    @EventListener
    void sur(SituationCorrigee fait) {
        reprendre(fait.dossierId(), "la situation a été corrigée avant la signature");
    }

    /** The last piece came between the choice and the writing, which runs on its own: after the commit, once the path waits. */
    @TransactionalEventListener
    void apres(CourrierProduit fait) {
        if (CodesCourrier.CLASSEMENT_SANS_SUITE.equals(fait.modele()) && toutEstLa(fait.dossierId())) {
            transaction.executeWithoutResult(
                    statut -> reprendre(fait.dossierId(), "toutes les pièces sont arrivées avant la signature"));
        }
    }

    @Override
    public Optional<String> empeche(CourrierVue courrier) {
        return CodesCourrier.CLASSEMENT_SANS_SUITE.equals(courrier.modele()) && toutEstLa(courrier.dossierId())
                ? Optional.of("Toutes les pièces sont arrivées : annulez ce courrier, la demande ne se classe plus.")
                : Optional.empty();
    }

    private boolean toutEstLa(UUID dossierId) {
        return pieces.manquantes(dossierId).isEmpty();
    }

    private void reprendre(UUID dossierId, String motif) {
        courriers.parDossier(dossierId).stream()
                .filter(c ->
                        CodesCourrier.CLASSEMENT_SANS_SUITE.equals(c.modele()) && c.etat() == EtatCourrier.A_SIGNER)
                .forEach(c -> courriers.annuler(c.id(), motif, Agent.JALON));
    }
}
