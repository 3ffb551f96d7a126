package fr.jalon.jury;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A vote on an item.
 *
 * @param tour 1 for the first round
 * @param montant cents that the vote is about, null for the principle of the aid
 * @param regle how it is counted, as it was when it opened; null for a vote of before it was kept
 * @param depouillement null while it is open
 * @param votants members who have voted; never how
 */
public record ScrutinVue(
        UUID id,
        UUID seanceId,
        UUID pointId,
        int tour,
        boolean secret,
        Long montant,
        boolean ouvert,
        Instant ouvertLe,
        RegleDeVote regle,
        Depouillement depouillement,
        List<UUID> votants) {

    public ScrutinVue {
        votants = List.copyOf(votants);
    }

    public boolean aVote(UUID membreId) {
        return votants.contains(membreId);
    }
}
