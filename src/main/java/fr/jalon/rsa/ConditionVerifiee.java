package fr.jalon.rsa;

/**
 * Outcome of one condition of the RSA for one adult.
 *
 * @param code condition, for example {@code AGE}
 * @param motif reason code, whose text the table of the reasons holds
 * @param regle id of the rule that fired
 * @param article legal reference
 * @param texte reason in French
 * @param quiChangerait what would change the outcome, or null
 * @param aConfirmer the outcome was supposed, or a fact is missing
 * @param exclutDuFoyer a partner with this outcome is not counted in the foyer (CASF, L262-5)
 */
public record ConditionVerifiee(
        String code,
        boolean respectee,
        String motif,
        String regle,
        String article,
        String texte,
        String quiChangerait,
        boolean aConfirmer,
        boolean exclutDuFoyer) {}
