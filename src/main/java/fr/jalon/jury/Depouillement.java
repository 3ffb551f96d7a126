package fr.jalon.jury;

import java.util.Collection;

/**
 * The count of a vote.
 *
 * @param resultat what the rule makes of it
 */
public record Depouillement(int pour, int contre, int abstentions, Resultat resultat) {

    /**
     * Counts ballots, each of a seat that may vote.
     *
     * @param presents seats that may vote, held by somebody present
     * @param sieges seats that may vote
     * @param president ballot of who presides; null when it is not known: secret, not cast, or nobody may preside
     * @param tour 1 for the first round
     * @throws IllegalArgumentException with more ballots than present
     */
    static Depouillement de(
            Collection<Sens> bulletins, int presents, int sieges, Sens president, RegleDeVote regle, int tour) {
        if (bulletins.size() > presents || presents > sieges) {
            throw new IllegalArgumentException(
                    bulletins.size() + " ballots, " + presents + " present, " + sieges + " seats");
        }
        int pour = nombre(bulletins, Sens.POUR);
        int contre = nombre(bulletins, Sens.CONTRE);
        int abstentions = nombre(bulletins, Sens.ABSTENTION);
        return new Depouillement(
                pour, contre, abstentions, resultat(pour, contre, presents, sieges, president, regle, tour));
    }

    private static Resultat resultat(
            int pour, int contre, int presents, int sieges, Sens president, RegleDeVote regle, int tour) {
        int base = switch (regle.majorite()) {
            case EXPRIMES -> pour + contre;
            case PRESENTS -> presents;
            case SIEGES -> sieges;
        };
        if (pour == contre) {
            return partage(2 * pour >= base, president, regle, tour);
        }
        return 2 * pour > base ? Resultat.ADOPTE : Resultat.REJETE;
    }

    /** @param suffit whether the votes for reach half of what is counted: one voice that weighs more makes them a majority */
    private static Resultat partage(boolean suffit, Sens president, RegleDeVote regle, int tour) {
        if (regle.partage() == RegleDeVote.Partage.REFUS) {
            return Resultat.REJETE;
        }
        if (regle.partage() == RegleDeVote.Partage.PRESIDENT && president == Sens.CONTRE) {
            return Resultat.REJETE;
        }
        if (regle.partage() == RegleDeVote.Partage.PRESIDENT && president == Sens.POUR && suffit) {
            return Resultat.ADOPTE;
        }
        return tour >= regle.tours() ? Resultat.REJETE : Resultat.PARTAGE;
    }

    private static int nombre(Collection<Sens> bulletins, Sens sens) {
        return (int) bulletins.stream().filter(b -> b == sens).count();
    }
}
