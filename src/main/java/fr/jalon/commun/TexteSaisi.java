package fr.jalon.commun;

import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The rule of every text that somebody types, wherever it comes from: a screen, a program, a file. A kind of text says how many
 * lines it may have; no kind lets through what {@link Textes#lisible} refuses.
 */
public enum TexteSaisi {
    /** A name, a place, a reference: one line. */
    LIGNE(false),
    /** An address, a reason, a message: tabs and line ends are part of it. */
    PARAGRAPHE(true);

    /** What to say of a text with a control character, half of a character, or one that turns the reading around. */
    public static final String ILLISIBLE =
            "Ce champ contient un caractère invisible : effacez-le et écrivez-le à nouveau.";

    private static final String UNE_LIGNE = "Écrivez sur une seule ligne.";

    private final boolean plusieursLignes;

    TexteSaisi(boolean plusieursLignes) {
        this.plusieursLignes = plusieursLignes;
    }

    /**
     * The fault of a text already stripped, in French; empty when there is none. Null is no fault.
     *
     * @param max characters as a person counts them
     */
    public Optional<String> faute(String texte, int max) {
        if (texte == null) {
            return Optional.empty();
        }
        if (Textes.longueur(texte) > max) {
            return Optional.of("Écrivez au plus " + max + " caractères.");
        }
        if (!Textes.lisible(texte)) {
            return Optional.of(ILLISIBLE);
        }
        return !plusieursLignes && texte.chars().anyMatch(c -> c == '\n' || c == '\r' || c == '\t')
                ? Optional.of(UNE_LIGNE)
                : Optional.empty();
    }

    /** The text without blanks around it, or null; its fault goes with the field's name to whoever gathers them. */
    public String lire(String champ, String brut, int max, BiConsumer<String, String> refuser) {
        String net = Textes.ouNull(brut);
        faute(net, max).ifPresent(message -> refuser.accept(champ, message));
        return net;
    }

    /**
     * The text without blanks around it, or null.
     *
     * @throws SaisieInvalide on the field
     */
    public String exiger(String champ, String brut, int max) {
        return lire(champ, brut, max, (nom, message) -> {
            throw new SaisieInvalide(nom, message);
        });
    }
}
