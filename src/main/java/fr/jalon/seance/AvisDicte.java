package fr.jalon.seance;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The opinion on an item as it is dictated.
 *
 * @param pour votes, null when nobody counted; the same for the two others
 * @param montant cents granted, null when the opinion grants none
 * @param version the one that the writer read
 */
public record AvisDicte(
        String avis, String motif, Integer pour, Integer contre, Integer abstentions, Long montant, int version) {

    /** An opinion that grants no money. */
    public AvisDicte(String avis, String motif, Integer pour, Integer contre, Integer abstentions, int version) {
        this(avis, motif, pour, contre, abstentions, null, version);
    }

    int voix() {
        return voixDonnees().mapToInt(Integer::intValue).sum();
    }

    boolean negatif() {
        return voixDonnees().anyMatch(v -> v < 0);
    }

    private Stream<Integer> voixDonnees() {
        return Stream.of(Optional.ofNullable(pour), Optional.ofNullable(contre), Optional.ofNullable(abstentions))
                .flatMap(Optional::stream);
    }
}
