package fr.jalon.annuaire;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Small works on the lists of a card. */
final class Listes {

    private Listes() {}

    /** Puts in what is new only, so that an unchanged collection is not written again. */
    static <T> void remplacer(Collection<T> actuelle, List<T> nouvelle) {
        boolean memes = actuelle instanceof List<?>
                ? List.copyOf(actuelle).equals(nouvelle)
                : actuelle.size() == nouvelle.size() && actuelle.containsAll(nouvelle);
        if (!memes) {
            actuelle.clear();
            actuelle.addAll(nouvelle);
        }
    }

    /** Q2 before Q10. */
    static List<String> quartiers(Collection<String> codes) {
        return codes.stream()
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}
