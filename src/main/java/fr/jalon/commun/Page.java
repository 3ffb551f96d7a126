package fr.jalon.commun;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * One page of a list, as the API answers it.
 *
 * @param elements the rows of this page
 * @param page number of the page, from 0
 * @param taille rows a page, 1 to 200
 * @param total rows over all pages
 */
public record Page<T>(List<T> elements, int page, int taille, long total) {

    public static final int TAILLE_MAX = 200;

    /** Search words that nothing has: search forms hold letters, digits and single spaces only. */
    public static final String INTROUVABLE = "!";

    public Page {
        elements = List.copyOf(elements);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> fonction) {
        return new Page<>(elements.stream().<R>map(fonction).toList(), page, taille, total);
    }

    /**
     * Every row of a list, page after page.
     *
     * @param lire answers the page of a number, of {@link #TAILLE_MAX} rows
     */
    public static <T> List<T> toutes(IntFunction<Page<T>> lire) {
        List<T> toutes = new ArrayList<>();
        Page<T> page;
        int numero = 0;
        do {
            page = lire.apply(numero++);
            toutes.addAll(page.elements());
        } while (numero < page.nombreDePages());
        return toutes;
    }

    public int nombreDePages() {
        return Math.max(1, (int) ((total + taille - 1) / taille));
    }

    /** Longest search text. */
    public static final int RECHERCHE_MAX = 200;

    /**
     * Search words of a text.
     *
     * @param q as typed; null or blank does not filter
     * @return empty when nothing filters; a text without any letter or digit finds nothing and gives {@link #INTROUVABLE}
     * @throws SaisieInvalide on {@code q} when it is too long
     */
    public static String recherche(String q) {
        if (q == null || q.isBlank()) {
            return "";
        }
        if (q.length() > RECHERCHE_MAX) {
            throw new SaisieInvalide("q", "Cherchez avec " + RECHERCHE_MAX + " caractères au plus.");
        }
        String mots = Textes.recherche(q);
        return mots.isEmpty() ? INTROUVABLE : mots;
    }

    /**
     * Checks a page request.
     *
     * @throws SaisieInvalide when the page is negative or the size out of 1..200
     */
    public static void verifier(int page, int taille) {
        if (page < 0 || page > 1_000_000) {
            throw new SaisieInvalide("page", "Indiquez une page à partir de 0.");
        }
        if (taille < 1 || taille > TAILLE_MAX) {
            throw new SaisieInvalide("taille", "Indiquez une taille de 1 à " + TAILLE_MAX + ".");
        }
    }
}
