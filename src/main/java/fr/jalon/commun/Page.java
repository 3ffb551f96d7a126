package fr.jalon.commun;

import java.util.List;
import java.util.function.Function;

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

    public Page {
        elements = List.copyOf(elements);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> fonction) {
        return new Page<>(elements.stream().<R>map(fonction).toList(), page, taille, total);
    }

    public int nombreDePages() {
        return Math.max(1, (int) ((total + taille - 1) / taille));
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
