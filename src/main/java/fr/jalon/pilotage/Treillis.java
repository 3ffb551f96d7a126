package fr.jalon.pilotage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Numbers and all their totals, of which the small ones are hidden so that no total nor difference of two numbers gives them back. What
 * is hidden does not depend on what is asked: two questions cannot be played against each other.
 *
 * <p>A number stands at a place of several dimensions; each dimension is a chain from a value to its totals, for example a month, its
 * quarter, its year.
 */
final class Treillis {

    private final Map<List<String>, Long> valeurs = new LinkedHashMap<>();
    private final Map<Somme, Set<List<String>>> sommes = new LinkedHashMap<>();
    private final Map<List<String>, Set<List<String>>> dessus = new HashMap<>();
    private final Set<List<List<String>>> relies = new HashSet<>();

    /** A total over one dimension. */
    private record Somme(List<String> place, int dimension) {}

    /**
     * Adds to a number and to all its totals.
     *
     * @param chaines for each dimension, the value and then its totals
     */
    void ajouter(List<List<String>> chaines, long nombre) {
        for (List<Integer> niveaux : niveaux(chaines)) {
            valeurs.merge(place(chaines, niveaux), nombre, Long::sum);
        }
        relier(chaines);
    }

    /**
     * The same numbers by another dimension: their totals are already counted, only what is finer than them is added.
     *
     * @param dimension the one that this view details
     */
    void detailler(List<List<String>> chaines, int dimension, long nombre) {
        for (List<Integer> niveaux : niveaux(chaines)) {
            List<String> place = place(chaines, niveaux);
            if (niveaux.get(dimension) < chaines.get(dimension).size() - 1) {
                valeurs.merge(place, nombre, Long::sum);
            }
        }
        relier(chaines);
    }

    private void relier(List<List<String>> chaines) {
        if (relies.add(chaines)) {
            niveaux(chaines).forEach(n -> relier(chaines, n, place(chaines, n)));
        }
    }

    private void relier(List<List<String>> chaines, List<Integer> niveaux, List<String> place) {
        for (int d = 0; d < chaines.size(); d++) {
            if (niveaux.get(d) > 0) {
                List<Integer> dessous = new ArrayList<>(niveaux);
                dessous.set(d, niveaux.get(d) - 1);
                sommes.computeIfAbsent(new Somme(place, d), s -> new LinkedHashSet<>())
                        .add(place(chaines, dessous));
            }
        }
        for (List<Integer> plusHaut : niveaux(chaines)) {
            if (auDessus(plusHaut, niveaux)) {
                dessus.computeIfAbsent(place, p -> new LinkedHashSet<>()).add(place(chaines, plusHaut));
            }
        }
    }

    private static boolean auDessus(List<Integer> haut, List<Integer> bas) {
        for (int d = 0; d < bas.size(); d++) {
            if (haut.get(d) < bas.get(d)) {
                return false;
            }
        }
        return !haut.equals(bas);
    }

    private static List<List<Integer>> niveaux(List<List<String>> chaines) {
        List<List<Integer>> tous = List.of(List.of());
        for (List<String> chaine : chaines) {
            List<List<Integer>> suivants = new ArrayList<>();
            for (List<Integer> debut : tous) {
                for (int n = 0; n < chaine.size(); n++) {
                    List<Integer> un = new ArrayList<>(debut);
                    un.add(n);
                    suivants.add(un);
                }
            }
            tous = suivants;
        }
        return tous;
    }

    private static List<String> place(List<List<String>> chaines, List<Integer> niveaux) {
        List<String> place = new ArrayList<>();
        for (int d = 0; d < chaines.size(); d++) {
            place.add(chaines.get(d).get(niveaux.get(d)));
        }
        return List.copyOf(place);
    }

    /** A place is its coordinates, values or totals; nothing was counted at one that is absent. */
    Map<List<String>, Long> valeurs() {
        return valeurs;
    }

    /** The places to hide when fewer than so many persons are to be hidden. */
    Set<List<String>> caches(long minimum) {
        Set<List<String>> caches = new HashSet<>();
        valeurs.forEach((place, n) -> {
            if (n > 0 && n < minimum) {
                caches.add(place);
            }
        });
        boolean change = true;
        while (change) {
            change = false;
            for (Map.Entry<Somme, Set<List<String>>> somme : sommes.entrySet()) {
                change |= proteger(somme.getKey().place(), somme.getValue(), minimum, caches);
            }
            for (List<String> place : valeurs.keySet()) {
                change |= comparer(place, minimum, caches);
            }
        }
        return caches;
    }

    /** A total and its parts: what is hidden of them is two numbers at least, and many enough together. */
    private boolean proteger(List<String> total, Set<List<String>> parts, long minimum, Set<List<String>> caches) {
        List<List<String>> cachees = parts.stream().filter(caches::contains).toList();
        long somme =
                cachees.stream().mapToLong(p -> valeurs.getOrDefault(p, 0L)).sum();
        boolean totalCache = caches.contains(total);
        boolean sur = cachees.isEmpty()
                ? !totalCache
                : totalCache || (cachees.size() > 1 && somme >= Math.max(minimum, cachees.size() + 1L));
        if (sur) {
            return false;
        }
        return parts.stream()
                .filter(p -> !caches.contains(p) && valeurs.getOrDefault(p, 0L) > 0)
                .min(Comparator.comparingLong(valeurs::get))
                .map(caches::add)
                .orElseGet(() -> caches.add(total));
    }

    /** A number and a wider one that contains it: their difference is a number too. */
    private boolean comparer(List<String> place, long minimum, Set<List<String>> caches) {
        if (caches.contains(place)) {
            return false;
        }
        long n = valeurs.get(place);
        boolean trahit = dessus.getOrDefault(place, Set.of()).stream()
                .filter(p -> !caches.contains(p))
                .map(valeurs::get)
                .filter(Objects::nonNull)
                .anyMatch(total -> total - n > 0 && total - n < minimum);
        return trahit && caches.add(place);
    }
}
