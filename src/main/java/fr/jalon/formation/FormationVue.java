package fr.jalon.formation;

import java.time.Instant;
import java.util.UUID;

/**
 * A request and what became of it, as others read it.
 *
 * @param monteePar log-in name of who built it with the person
 * @param avis null until it is given
 * @param decision null until it is decided, and again once a postponed request is completed
 */
public record FormationVue(
        UUID dossierId,
        EtatFormation etat,
        DemandeFormation demande,
        PropositionFormation proposition,
        String monteePar,
        AvisTechnique avis,
        DecisionFormation decision,
        Suite suite) {

    /**
     * What became of the decision.
     *
     * @param engagement number of the commitment, null until there is one
     * @param caiInformeePar minutes' number that told the CAI of an urgent decision, or null
     * @param arret why the training was stopped, row of {@code mots-formation}, or null
     */
    public record Suite(String decideePar, Instant decideeLe, String engagement, String caiInformeePar, String arret) {}
}
