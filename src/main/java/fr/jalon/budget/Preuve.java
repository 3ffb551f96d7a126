package fr.jalon.budget;

import fr.jalon.commun.SaisieInvalide;

/**
 * What shows that the service was rendered.
 *
 * @param texte reference of a piece, or the text that stands for it; at most 500 signs
 */
public record Preuve(Sorte sorte, String texte) {

    private static final int TEXTE_MAX = 500;

    /** How a service is shown. */
    public enum Sorte {
        PIECE,
        TEXTE
    }

    /** @throws SaisieInvalide on {@code preuve} when it says nothing or too much */
    public Preuve {
        texte = texte == null ? "" : texte.strip();
        if (texte.isEmpty() || texte.length() > TEXTE_MAX) {
            throw new SaisieInvalide(
                    "preuve", "Dites ce qui prouve le service fait, en " + TEXTE_MAX + " caractères au plus.");
        }
    }
}
