package fr.jalon.commun;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text made comparable for searches: without accents, case, or punctuation. */
public final class Textes {

    private static final Pattern MARQUES = Pattern.compile("\\p{M}+");
    private static final Pattern SEPARATEURS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Textes() {}

    /**
     * Search form of a text: lower case, accents removed, ligatures opened, every run of punctuation or space a single
     * space. "Œuvré-D’Été" gives "oeuvre d ete". Null gives the empty text.
     */
    public static String recherche(String texte) {
        if (texte == null) {
            return "";
        }
        String minuscules = texte.toLowerCase(Locale.FRENCH)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("ł", "l");
        String sansAccents = MARQUES.matcher(Normalizer.normalize(minuscules, Normalizer.Form.NFKD))
                .replaceAll("");
        return SEPARATEURS.matcher(sansAccents).replaceAll(" ").strip();
    }

    /** The text without leading and trailing blanks, or null when nothing is left. */
    public static String ouNull(String texte) {
        if (texte == null) {
            return null;
        }
        String net = texte.strip();
        return net.isEmpty() ? null : net;
    }
}
