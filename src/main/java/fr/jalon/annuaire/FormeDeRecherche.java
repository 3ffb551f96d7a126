package fr.jalon.annuaire;

import fr.jalon.commun.Textes;

/** Text as the search sees it: {@link Textes#recherche} in ASCII alone, other letters by their code, a space before each word. */
final class FormeDeRecherche {

    private static final int ASCII = 128;

    private FormeDeRecherche() {}

    static String de(String texte, int max) {
        String forme = " " + mots(Textes.recherche(texte));
        return forme.length() <= max ? forme : forme.substring(0, max);
    }

    /** The same writing, for words that are already in their search form. */
    static String mots(String recherche) {
        StringBuilder forme = new StringBuilder(recherche.length());
        recherche.codePoints().forEach(c -> {
            if (c < ASCII) {
                forme.append((char) c);
            } else {
                forme.append('u').append(Integer.toHexString(c));
            }
        });
        return forme.toString();
    }
}
