package fr.jalon.rsa;

/**
 * Outcome of one condition of the RSA for one adult.
 *
 * @param code condition, for example {@code AGE}
 * @param respectee null when a fact is to be asked: it is never a no
 * @param motif reason code, whose text the table of the reasons holds
 * @param regle id of the rule that fired
 * @param article legal reference
 * @param texte reason in French
 * @param quiChangerait what would change the outcome, or null
 * @param aConfirmer the outcome rests on a source that is not sure, or a fact is missing
 * @param exclutDuFoyer a partner with this outcome is not counted in the foyer (CASF, L262-5)
 * @param fermeSansReponse no amount is told before the fact is asked: the exception that it would be is rare (CASF, L262-4, 3°)
 */
public record ConditionVerifiee(
        String code,
        Boolean respectee,
        String motif,
        String regle,
        String article,
        String texte,
        String quiChangerait,
        boolean aConfirmer,
        boolean exclutDuFoyer,
        boolean fermeSansReponse) {

    boolean remplie() {
        return Boolean.TRUE.equals(respectee);
    }

    /** Not met, from facts that were asked. */
    public boolean manque() {
        return Boolean.FALSE.equals(respectee);
    }

    /** A fact was not asked yet. */
    public boolean aDemander() {
        return respectee == null;
    }

    /** Nothing can be told to be due yet: not met, or to be asked first. */
    public boolean ferme() {
        return manque() || (aDemander() && fermeSansReponse);
    }
}
