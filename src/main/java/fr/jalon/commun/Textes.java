package fr.jalon.commun;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text made comparable for searches: without accents, case, or punctuation. */
public final class Textes {

    /**
     * Accents, and the vowels that people write or leave out in Arabic, Hebrew and Syriac. The signs of the other scripts are vowels of the
     * name itself: without them "Rana" and "Rina" written in Bengali would be one name.
     */
    private static final Pattern MARQUES = Pattern.compile(
            "[\\p{M}&&[\\p{IsInherited}\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}\\p{IsArabic}\\p{IsHebrew}\\p{IsSyriac}]]+");

    private static final Pattern INVISIBLES = Pattern.compile("[\\u00ad\\u200b-\\u200f\\u061c\\u0640\\u2060\\ufeff]+");
    /** Letters of their own for Unicode, apostrophes for whoever writes a name with them. */
    private static final Pattern APOSTROPHES = Pattern.compile("[\\u02b9-\\u02bf\\u02c8\\ua78b\\ua78c]");

    private static final Pattern SEPARATEURS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");

    private Textes() {}

    /**
     * Search form of a text: lower case, accents removed, ligatures opened, letters of one sound in one form, every run of punctuation or space a single
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
                .replace("ł", "l")
                .replace("ı", "i")
                .replace("đ", "d")
                .replace("ð", "d")
                .replace("þ", "th")
                .replace("ħ", "h");
        minuscules = INVISIBLES.matcher(minuscules).replaceAll("");
        minuscules = APOSTROPHES.matcher(minuscules).replaceAll("'");
        String sansAccents = MARQUES.matcher(Normalizer.normalize(minuscules, Normalizer.Form.NFKD))
                .replaceAll("");
        return SEPARATEURS.matcher(uneLettre(sansAccents)).replaceAll(" ").strip();
    }

    /** Letters that keyboards of different countries write for the same one: Arabic and Persian yeh and kaf, the Greek final sigma. */
    private static String uneLettre(String texte) {
        return texte.replace('\u06cc', '\u064a')
                .replace('\u0649', '\u064a')
                .replace('\u06a9', '\u0643')
                .replace('\u0629', '\u0647')
                .replace('\u03c2', '\u03c3');
    }

    /** Length as a person counts it: an emoji is one character, not two. */
    public static int longueur(String texte) {
        return texte.codePointCount(0, texte.length());
    }

    /** The first characters of a text, never half of one. Null gives the empty text. */
    public static String couper(String texte, int max) {
        if (texte == null) {
            return "";
        }
        return longueur(texte) <= max ? texte : texte.substring(0, texte.offsetByCodePoints(0, max));
    }

    /**
     * Whether a text can be stored, shown and printed as it was typed: no control character but tabs and line ends, no half of
     * a character, nothing that turns the reading direction of what follows around.
     */
    public static boolean lisible(String texte) {
        return texte.codePoints().noneMatch(Textes::illisible);
    }

    /** The text without what {@link #lisible} refuses; a control character gives a blank, so that no two words become one. */
    public static String sansIllisibles(String texte) {
        StringBuilder net = new StringBuilder(texte.length());
        texte.codePoints().forEach(c -> {
            if (!illisible(c)) {
                net.appendCodePoint(c);
            } else if (Character.getType(c) == Character.CONTROL && c != 0) {
                net.append(' ');
            }
        });
        return net.toString();
    }

    private static boolean illisible(int c) {
        boolean controle = Character.getType(c) == Character.CONTROL && c != '\n' && c != '\r' && c != '\t';
        boolean retourne = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        return controle || retourne || Character.getType(c) == Character.SURROGATE;
    }

    /** The text without leading and trailing blanks, or null when nothing is left. */
    public static String ouNull(String texte) {
        if (texte == null) {
            return null;
        }
        String net = texte.strip();
        return net.isEmpty() ? null : net;
    }

    /** What somebody wrote, put at the end of a sentence: it closes with its own mark, or with a full stop. */
    public static String phrase(String texte) {
        String net = texte.strip();
        return net.matches("(?s).*[.!?…]") ? net : net + ".";
    }

    /** "1 membre", "3 membres", "0 membre": French keeps the singular under two. */
    public static String combien(long nombre, String un, String plusieurs) {
        return nombre + " " + (nombre > 1 ? plusieurs : un);
    }
}
