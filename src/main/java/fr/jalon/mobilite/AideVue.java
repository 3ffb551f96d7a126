package fr.jalon.mobilite;

import java.time.Instant;
import java.util.UUID;

/**
 * An aid as others read it.
 *
 * @param instruction null until it is instructed
 * @param proposition what the rules proposed then
 * @param decision null until it is decided
 */
public record AideVue(
        UUID dossierId,
        EtatAide etat,
        String nature,
        String besoin,
        Instruction instruction,
        AideProposee proposition,
        String instruitePar,
        DecisionAide decision,
        Suivi suivi) {

    /**
     * What became of the decision.
     *
     * @param engagement number of the commitment, null until there is one
     * @param resultat what the aid gave, null until it ended
     */
    public record Suivi(String decideePar, Instant decideeLe, String engagement, String resultat) {}
}
