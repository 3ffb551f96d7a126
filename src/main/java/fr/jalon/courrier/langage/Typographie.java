package fr.jalon.courrier.langage;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** French typography: spaces that do not break, apostrophes, dates. Spaces are replaced, never added, so an address of a site stays whole. */
public final class Typographie {

    /** No-break space. */
    public static final char INSECABLE = '\u00a0';
    /** Narrow no-break space. */
    public static final char FINE = '\u202f';

    private static final String ESPACE = "[ \u00a0\u202f]";
    private static final Pattern AVANT_PONCTUATION = Pattern.compile(ESPACE + "+(?=[;:!?»%])");
    private static final Pattern APRES_GUILLEMET = Pattern.compile("(?<=«)" + ESPACE + "+");
    private static final Pattern MILLIERS = Pattern.compile("(?<=\\d)" + ESPACE + "(?=\\d{3}(?!\\d))");
    private static final Pattern NOMBRE_ET_MOT = Pattern.compile("(?<=(?<![\\d-])\\d{1,3})" + ESPACE
            + "(?=\\p{Ll})|(?<=\\d)" + ESPACE + "(?=(€|euros?|heures?|km)(?!\\p{L}))");
    private static final Pattern JOUR_MOIS = Pattern.compile("(?<=\\d|1er)" + ESPACE
            + "(?=(janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?!\\p{L}))");
    private static final Pattern MOIS_ANNEE =
            Pattern.compile("(?<=janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)"
                    + ESPACE + "(?=\\d{4}(?!\\d))");
    private static final Pattern HEURE_MINUTES =
            Pattern.compile("(?<=\\d" + ESPACE + "h)" + ESPACE + "(?=\\d{2}(?!\\d))");
    private static final Pattern ABREVIATION = Pattern.compile("(?<=(?<!\\p{L})(n°|M\\.|Mme|[Aa]rticles?))" + ESPACE);
    private static final Pattern PAIRES_DE_CHIFFRES =
            Pattern.compile("(?<=(?<!\\d)\\d{2})" + ESPACE + "(?=\\d{2}(?!\\d))");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMMM\u00a0uuuu", Locale.FRENCH);

    private Typographie() {}

    /** Spaces of a French text. Idempotent. */
    public static String francaise(String texte) {
        if (texte.indexOf(' ') < 0 && texte.indexOf(INSECABLE) < 0) {
            return texte;
        }
        String fine = String.valueOf(FINE);
        String insecable = String.valueOf(INSECABLE);
        String t = AVANT_PONCTUATION.matcher(texte).replaceAll(fine);
        t = APRES_GUILLEMET.matcher(t).replaceAll(fine);
        t = PAIRES_DE_CHIFFRES.matcher(t).replaceAll(insecable);
        t = MILLIERS.matcher(t).replaceAll(fine);
        t = NOMBRE_ET_MOT.matcher(t).replaceAll(insecable);
        t = JOUR_MOIS.matcher(t).replaceAll(insecable);
        t = MOIS_ANNEE.matcher(t).replaceAll(insecable);
        t = HEURE_MINUTES.matcher(t).replaceAll(insecable);
        return ABREVIATION.matcher(t).replaceAll(insecable);
    }

    /** One apostrophe in the whole letter, whoever typed it: O’Connor as well as jusqu’au. */
    public static String apostrophes(String texte) {
        return texte.replace('\'', '\u2019');
    }

    /** "26 mai 2026", and "1er mai 2026" for the first day of a month, with no-break spaces. */
    public static String date(LocalDate date) {
        String jour = date.getDayOfMonth() == 1 ? "1er" : String.valueOf(date.getDayOfMonth());
        return jour + INSECABLE + DATE.format(date);
    }
}
