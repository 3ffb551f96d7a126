package fr.jalon.importation.lecture;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** French forms of dates and numbers. What could be read in two ways is refused, never guessed. */
final class ValeursFrancaises {

    private static final Pattern DATE_FRANCAISE = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final Pattern DATE_ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:[T ]00:00(?::00)?)?");
    private static final Pattern DATE_COURTE = Pattern.compile("\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2}");
    private static final Pattern BLANCS = Pattern.compile("[\\s\\u00a0\\u202f\\u2009']");
    private static final Pattern A_VIRGULE = Pattern.compile("-?(?:\\d+|\\d{1,3}(?:\\.\\d{3})+),\\d+");
    private static final Pattern A_POINT = Pattern.compile("-?\\d+\\.(?:\\d{1,2}|\\d{4,})");
    private static final Pattern ENTIER = Pattern.compile("-?\\d+");
    private static final Pattern MILLE_AMBIGU = Pattern.compile("-?\\d{1,3}\\.\\d{3}");
    private static final Pattern FORMULE = Pattern.compile("(?s)[=@].*|[+-](?![\\d(\\s]).+");

    private ValeursFrancaises() {}

    static LocalDate date(String texte) {
        Matcher francaise = DATE_FRANCAISE.matcher(texte);
        if (francaise.matches()) {
            return jour(francaise.group(3), francaise.group(2), francaise.group(1));
        }
        Matcher iso = DATE_ISO.matcher(texte);
        if (iso.matches()) {
            return jour(iso.group(1), iso.group(2), iso.group(3));
        }
        throw new ValeurIllisible(
                DATE_COURTE.matcher(texte).matches()
                        ? "Écrivez l'année avec quatre chiffres, par exemple 14/03/1986."
                        : "Écrivez la date sous la forme jour/mois/année, par exemple 14/03/1986.");
    }

    private static LocalDate jour(String annee, String mois, String jour) {
        try {
            return LocalDate.of(Integer.parseInt(annee), Integer.parseInt(mois), Integer.parseInt(jour));
        } catch (DateTimeException e) {
            throw new ValeurIllisible("Cette date n'existe pas dans le calendrier. Vérifiez le jour et le mois.");
        }
    }

    static BigDecimal nombre(String texte) {
        String serre = BLANCS.matcher(texte.replace("€", "")).replaceAll("");
        if (A_VIRGULE.matcher(serre).matches()) {
            return new BigDecimal(serre.replace(".", "").replace(',', '.'));
        }
        if (A_POINT.matcher(serre).matches() || ENTIER.matcher(serre).matches()) {
            return new BigDecimal(serre);
        }
        throw new ValeurIllisible(
                MILLE_AMBIGU.matcher(serre).matches()
                        ? "Ce nombre peut se lire de deux façons. Écrivez 1 234 pour mille deux cent trente-quatre."
                        : "Écrivez un nombre, par exemple 1 234,56.");
    }

    /** A text that a spreadsheet would run as a formula; phone numbers and negative numbers are none. */
    static boolean estFormule(String texte) {
        return FORMULE.matcher(texte).matches();
    }
}
