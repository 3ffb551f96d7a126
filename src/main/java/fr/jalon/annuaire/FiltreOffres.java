package fr.jalon.annuaire;

/**
 * What an offer must be to be found; a null does not filter. Offers that are over or closed to new referrals are never found.
 *
 * @param q words, without accents or case, in any order, each the start of a word
 * @param quartier an offer for the whole town serves each quartier
 * @param langue every offer is in French
 * @param placesLibres true: a followed place is left; false: none is
 * @param publicVise code of {@link Nomenclature#publics()}
 * @param aConfirmer true: not confirmed for too long; false: confirmed
 * @param pourPersonnes true: leaves out what is for professionals only
 * @param organisme code of an organisation
 */
public record FiltreOffres(
        String q,
        Integer levier,
        String quartier,
        String langue,
        Boolean placesLibres,
        String publicVise,
        Boolean aConfirmer,
        Boolean pourPersonnes,
        String organisme,
        String nature) {

    public static final FiltreOffres TOUT =
            new FiltreOffres(null, null, null, null, null, null, null, null, null, null);

    /** The filter of the public API. */
    public static FiltreOffres de(String q, Integer levier, String quartier, String langue, Boolean placesLibres) {
        return new FiltreOffres(q, levier, quartier, langue, placesLibres, null, null, null, null, null);
    }

    public static FiltreOffres deLOrganisme(String code) {
        return new FiltreOffres(null, null, null, null, null, null, null, null, code, null);
    }

    /** Whether an organisation can only match by its offers. */
    boolean parLesOffres() {
        return levier != null || placesLibres != null || publicVise != null;
    }
}
