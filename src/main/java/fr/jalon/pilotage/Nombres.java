package fr.jalon.pilotage;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The numbers of a lattice, read as a reader may see them. */
final class Nombres {

    private final Map<List<String>, Long> valeurs;
    private final Set<List<String>> caches;

    private Nombres(Map<List<String>, Long> valeurs, Set<List<String>> caches) {
        this.valeurs = valeurs;
        this.caches = caches;
    }

    /** @param minimum smallest number that is shown, 0 to hide nothing */
    static Nombres de(Treillis treillis, long minimum) {
        return new Nombres(treillis.valeurs(), minimum == 0 ? Set.of() : treillis.caches(minimum));
    }

    Case lire(String... place) {
        return lire(List.of(place));
    }

    Case lire(List<String> place) {
        return caches.contains(place) ? Case.CACHEE : Case.de(valeurs.getOrDefault(place, 0L));
    }

    Set<List<String>> places() {
        return valeurs.keySet();
    }
}
