package fr.jalon.rsa;

import java.util.List;

/**
 * A proposal, as typed.
 *
 * @param motifs codes of the table {@code motifs-caf}: needed for a rejection
 * @param precision words beside the codes; why the rules are not followed, which other right is meant
 */
public record PropositionFaite(Proposition proposition, List<String> motifs, String precision) {

    public PropositionFaite {
        motifs = motifs == null ? List.of() : List.copyOf(motifs);
    }
}
