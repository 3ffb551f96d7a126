package fr.jalon.annuaire;

/**
 * What an action of the pact must be to be found; a null does not filter.
 *
 * @param q words, without accents or case, in any order, each the start of a word
 * @param etatInconnu true: nobody has said how far it is
 */
public record FiltreActions(String q, Integer levier, EtatAction etat, boolean etatInconnu) {

    public static final FiltreActions TOUT = new FiltreActions(null, null, null, false);

    /** The filter of the public API. */
    public static FiltreActions de(String q, Integer levier) {
        return new FiltreActions(q, levier, null, false);
    }
}
