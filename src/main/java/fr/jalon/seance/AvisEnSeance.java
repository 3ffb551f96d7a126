package fr.jalon.seance;

import java.time.Instant;

/**
 * The opinion of an item, as the session gave it.
 *
 * @param pour votes, null when nobody counted; the same for the two others
 * @param montant cents granted, null when it grants none
 * @param quorum the one that held then
 */
public record AvisEnSeance(
        String code,
        String motif,
        Integer pour,
        Integer contre,
        Integer abstentions,
        Long montant,
        Quorum quorum,
        String renduPar,
        Instant renduLe) {}
