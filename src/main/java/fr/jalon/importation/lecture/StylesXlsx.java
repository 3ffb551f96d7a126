package fr.jalon.importation.lecture;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * How the cells of a workbook are shown: whether a number is a day, and how many digits it has at least. A day counts from the
 * calendar of the workbook (ECMA-376, 18.17.4.1): from 1900, or from 1904 on a Mac.
 */
final class StylesXlsx extends DefaultHandler {

    private static final LocalDate ORIGINE_1904 = LocalDate.of(1904, 1, 1);
    private static final LocalDate ORIGINE_1900 = LocalDate.of(1899, 12, 30);

    /** Lotus held 1900 for a leap year, and every spreadsheet since counts its 29 February. */
    private static final int JOUR_DE_TROP = 60;

    private static final double DERNIER_JOUR = 2_958_466;
    private static final double DEMI_MILLISECONDE = 0.5 / 86_400_000;
    private static final int MINUTES_DU_JOUR = 24 * 60;
    private static final int ANNEE_MIN = 1900;
    private static final int ANNEE_MAX = 2100;
    private static final int MOIS_ET_ANNEE = 17;
    private static final Pattern CITATIONS =
            Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h+\\]|m+\\]|s+\\])[^\\]]*\\]");
    private static final Pattern CHIFFRES = Pattern.compile("[0#\\s()-]*0[0#\\s()-]*");

    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Integer> formatParStyle = new ArrayList<>();
    private boolean dansLesStyles;

    @Override
    public void startElement(String espace, String nom, String complet, Attributes attributs) {
        switch (nom) {
            case "numFmt" -> formats.put(entier(attributs.getValue("numFmtId")), attributs.getValue("formatCode"));
            case "cellXfs" -> dansLesStyles = true;
            case "xf" -> {
                if (dansLesStyles) {
                    formatParStyle.add(entier(attributs.getValue("numFmtId")));
                }
            }
            default -> {
                // Fonts, fills and borders say nothing of what a cell holds
            }
        }
    }

    @Override
    public void endElement(String espace, String nom, String complet) {
        dansLesStyles = dansLesStyles && !"cellXfs".equals(nom);
    }

    private static int entier(String texte) {
        return texte != null && texte.matches("\\d{1,6}") ? Integer.parseInt(texte) : 0;
    }

    /** The value of a number as a person would write it. */
    String montrer(double valeur, String style, boolean depuis1904) {
        int format = format(style);
        if (estUneDate(format) && valeur >= 0 && valeur < DERNIER_JOUR && !estUneAnnee(valeur)) {
            return moment(valeur, format, depuis1904);
        }
        // A spreadsheet keeps 15 digits: 567.89 must not come back as 567.8899999999999
        BigDecimal nombre = new BigDecimal(valeur, new MathContext(15, RoundingMode.HALF_UP)).stripTrailingZeros();
        return avecSesZeros(nombre, formats.get(format));
    }

    /** What the format shows of an instant, and nothing more: a month alone stays a month, an hour has no day. */
    private String moment(double valeur, int format, boolean depuis1904) {
        // A day computed by the spreadsheet may miss its midnight by less than a millisecond
        double juste = valeur + DEMI_MILLISECONDE;
        LocalDate jour = jour((int) juste, depuis1904);
        String code = codeDate(format);
        if (code.matches("(?s).*[dj].*")) {
            return jour.toString();
        }
        if (code.matches("(?s).*[hs].*")) {
            long minutes = (long) (juste * MINUTES_DU_JOUR);
            return "%02d:%02d".formatted(minutes / 60, minutes % 60);
        }
        if (!code.matches("(?s).*y.*")) {
            return jour.toString();
        }
        return code.contains("m")
                ? YearMonth.from(jour).toString()
                : Year.from(jour).toString();
    }

    /** A year typed in a cell that was made for days: the spreadsheet would show a day of 1905. */
    private static boolean estUneAnnee(double valeur) {
        return valeur >= ANNEE_MIN && valeur <= ANNEE_MAX && valeur == Math.rint(valeur);
    }

    private int format(String style) {
        int rang = style == null || !style.matches("\\d{1,6}") ? 0 : Integer.parseInt(style);
        return rang < formatParStyle.size() ? formatParStyle.get(rang) : 0;
    }

    private static LocalDate jour(int serie, boolean depuis1904) {
        if (depuis1904) {
            return ORIGINE_1904.plusDays(serie);
        }
        return serie < JOUR_DE_TROP ? ORIGINE_1900.plusDays(serie + 1L) : ORIGINE_1900.plusDays(serie);
    }

    private boolean estUneDate(int format) {
        String net = codeDate(format);
        return !net.contains("general") && !net.contains("standard") && net.matches("(?s).*[dmyhsj].*");
    }

    /** The letters of a format, those that the file does not write among them (ECMA-376, 18.8.30). */
    private String codeDate(int format) {
        String code = formats.get(format);
        if (code != null) {
            return CITATIONS.matcher(code).replaceAll("").toLowerCase(Locale.ROOT);
        }
        if (format == MOIS_ET_ANNEE) {
            return "mmm-yy";
        }
        if ((format >= 18 && format <= 21) || (format >= 45 && format <= 47)) {
            return "h:mm";
        }
        boolean jour =
                (format >= 14 && format <= 22) || (format >= 27 && format <= 36) || (format >= 50 && format <= 58);
        return jour ? "d/m/y" : "";
    }

    /** A format such as 0# ## ## ## ## or 00000 keeps the zeros of a telephone or of a postal code. */
    private static String avecSesZeros(BigDecimal nombre, String format) {
        String texte = nombre.toPlainString();
        if (format == null || nombre.signum() < 0 || nombre.scale() > 0) {
            return texte;
        }
        String premier = format.split(";", 2)[0];
        Matcher chiffres = CHIFFRES.matcher(CITATIONS.matcher(premier).replaceAll(""));
        if (!chiffres.matches()) {
            return texte;
        }
        String places = chiffres.group().replaceAll("[^0#]", "");
        int minimum = places.length() - places.indexOf('0');
        return texte.length() >= minimum || nombre.signum() == 0 ? texte : "0".repeat(minimum - texte.length()) + texte;
    }
}
