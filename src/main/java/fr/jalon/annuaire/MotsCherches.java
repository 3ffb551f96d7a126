package fr.jalon.annuaire;

import fr.jalon.commun.Page;
import fr.jalon.commun.Textes;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody types, as words to look for: a whole sentence is read ("je cherche un vélo"), a plural finds the singular, and a word
 * also finds its neighbours. The things come before what one wants to do with them. The neighbours, the verbs and the words that weigh
 * nothing are tables of {@code annuaire/}.
 *
 * @param mots for each word, what may stand in its place, its own spelling first
 */
record MotsCherches(List<List<String>> mots) {

    private static final int PLURIEL_MIN = 4;
    private static final Map<String, List<String>> VOISINS = TableDeReference.lire("mots-voisins.csv").stream()
            .collect(Collectors.toUnmodifiableMap(l -> l.get("mot"), l -> TableDeReference.codes(l.get("aussi"))));
    private static final Set<String> SANS_POIDS = TableDeReference.lire("mots-sans-poids.csv").stream()
            .map(l -> l.get("mot"))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> ACTIONS = TableDeReference.lire("mots-d-action.csv").stream()
            .map(l -> l.get("mot"))
            .collect(Collectors.toUnmodifiableSet());

    MotsCherches {
        mots = List.copyOf(mots);
    }

    static MotsCherches de(String q) {
        List<String> tous = Arrays.stream(Page.recherche(q).split(" "))
                .filter(m -> !m.isEmpty())
                .toList();
        List<String> utiles = tous.stream().filter(m -> !SANS_POIDS.contains(m)).toList();
        return new MotsCherches((utiles.isEmpty() ? tous : utiles)
                .stream()
                        .sorted(Comparator.comparing(ACTIONS::contains))
                        .map(MotsCherches::formes)
                        .toList());
    }

    private static List<String> formes(String mot) {
        List<String> formes = new ArrayList<>();
        String court = singulier(mot);
        formes.add(court);
        formes.addAll(VOISINS.getOrDefault(mot, VOISINS.getOrDefault(court, List.of())));
        return List.copyOf(formes);
    }

    /** A start of a word is looked for, so a plural without its end also finds the plural. */
    private static String singulier(String mot) {
        return mot.length() >= PLURIEL_MIN && (mot.endsWith("s") || mot.endsWith("x"))
                ? mot.substring(0, mot.length() - 1)
                : mot;
    }

    /** Each word, or one of its neighbours, starts a word of the search form. */
    List<Predicate> dans(Expression<String> recherche, CriteriaBuilder cb) {
        return mots.stream()
                .map(formes ->
                        cb.or(formes.stream().map(f -> debut(recherche, f, cb)).toArray(Predicate[]::new)))
                .toList();
    }

    /** The same on a text at hand. */
    boolean dans(String texte) {
        String forme = " " + Textes.recherche(texte);
        return mots.stream().allMatch(formes -> formes.stream().anyMatch(f -> forme.contains(" " + f)));
    }

    /** Each word in its own spelling. */
    List<Predicate> aLaLettre(Expression<String> recherche, CriteriaBuilder cb) {
        return mots.stream().map(formes -> debut(recherche, formes.get(0), cb)).toList();
    }

    private static Predicate debut(Expression<String> recherche, String mot, CriteriaBuilder cb) {
        return cb.like(recherche, "% " + FormeDeRecherche.mots(mot) + "%");
    }
}
