package fr.jalon.jury;

/**
 * How an instance votes on a question, row of {@code scrutins-instances}.
 *
 * @param tours rounds at most; a tie of the last one is a rejection
 * @param secretPossible whether a vote may be secret
 */
public record RegleDeVote(Majorite majorite, Partage partage, int tours, boolean secretPossible) {

    /** What the votes for must exceed. */
    public enum Majorite {
        /** The votes against. */
        EXPRIMES,
        /** Half of the present who may vote. */
        PRESENTS,
        /** Half of the seats that may vote. */
        SIEGES
    }

    /** What a tie means. */
    public enum Partage {
        /** The ballot of who presides, when it is known, decides. */
        PRESIDENT,
        /** It is not adopted. */
        REFUS,
        /** There is another round. */
        SECOND_TOUR
    }
}
