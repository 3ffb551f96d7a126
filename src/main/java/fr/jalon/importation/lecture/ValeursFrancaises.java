package fr.jalon.importation.lecture;

import fr.jalon.commun.MoisEnLettres;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** French forms of dates and numbers. What could be read in two ways is refused, never guessed. */
final class ValeursFrancaises {

    private static final String HEURE = "(?:[T ]\\d{1,2}[:h]\\d{2}.*)?";
    private static final Pattern DATE_FRANCAISE =
            Pattern.compile("(\\d{1,2})(?:\\s*[/.-]\\s*|\\s)(\\d{1,2})(?:\\s*[/.-]\\s*|\\s)(\\d{4})" + HEURE);
    private static final Pattern DATE_ISO = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})" + HEURE);
    /** An instant of a program: the day is that of its own clock at midnight, else that of France. */
    private static final Pattern INSTANT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d{2}:?\\d{2})");

    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter LECTURE_INSTANT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .toFormatter(Locale.ROOT);
    private static final Pattern DATE_EN_LETTRES = Pattern.compile(
            "(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\\s+)?(?:le\\s+)?(\\d{1,2})(?:er)?[\\s.-]+"
                    + "(\\p{L}{3,9})\\.?[\\s.-]+(\\d{4})");
    private static final Pattern DATE_SERREE = Pattern.compile("(\\d{2})(\\d{2})(\\d{2})(\\d{2})");
    private static final Pattern DATE_COURTE =
            Pattern.compile("\\d{1,2}[\\s/.-]+(?:\\d{1,2}|\\p{L}{3,9})\\.?[\\s/.-]+\\d{2}");
    private static final Pattern JOUR_DE_TABLEUR = Pattern.compile("\\d{5}(?:[.,]\\d+)?");
    private static final Pattern BLANCS = Pattern.compile("[\\s\\u00a0\\u202f\\u2009']");
    private static final Pattern A_VIRGULE = Pattern.compile("-?(?:\\d+|\\d{1,3}(?:\\.\\d{3})+),\\d+");
    private static final Pattern A_POINT = Pattern.compile("-?\\d+\\.(?:\\d{1,2}|\\d{4,})");
    private static final Pattern ENTIER = Pattern.compile("-?\\d+");
    private static final Pattern MILLE_AMBIGU = Pattern.compile("-?(?:\\d{1,3}\\.\\d{3}|[1-9]\\d{0,2},\\d{3})");
    private static final int DECEMBRE = 12;
    /** Of the spreadsheets of several languages ("#N/D", "#NV", "#BEZUG!"), and what a database writes for nothing. */
    private static final Pattern ERREUR = Pattern.compile(
            "(?:ERROR:)?(?:#(?i:N/?[ADV]|N/DISP|N\\.D\\.?|GETTING_DATA|#+)|#¡?[\\p{L}/0-9_ .]{2,24}[!?]|#(?:Name|Error|Erreur|Deleted|Supprimé))"
                    + "|(?i:Err:\\d{3}|\\(null\\)|<null>|undefined|#EMPTY)|NULL|null|NaN|nan");

    private static final Pattern MAL_RELU = Pattern.compile("(?<!\\p{Lu})\u00c3(?=\\s)|[\u00c2\u00c3\u00c4\u00c5]"
            + "[\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d"
            + "\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]"
            + "|\u00e2\u20ac[\u0080-\u00bf\u2122\u0153\u017e\u02dc\u201c\u201d\u2018\u2019\u0161\u203a\u2020\u00a6]");
    private static final Pattern LETTRE_PERDUE =
            Pattern.compile("\\p{L}(?:\\?+|[\u00bc\u00bd\u00be\u00a4])\\p{L}|(?<!\\S)\\?+\\p{Ll}");
    /** UTF-8 read as the code of an old Mac ("Zo√©"), of DOS ("Zo├®"), of Central Europe or of Russia ("ZoĂ©", "ZoГ©"). */
    private static final Pattern MAL_RELU_AILLEURS =
            Pattern.compile("[\u221a\u251c](?=[^\\s\\d])|[\u0102\u0413][\u00a0-\u00bf\u2030-\u2122]");
    /** One code of eight bits read as another: signs that no word holds, letters of two alphabets in one word. */
    private static final Pattern AUTRE_CODE = Pattern.compile(
            "\\p{L}[\u00a1-\u00a9\u00ac\u00ae\u00af\u00b1\u00b3\u00b6\u00b9\u00bf\u00d7\u00f7\u201a\u2020\u2021\u2030\u02c6\u0192\u2122]+\\p{L}"
                    + "|(?<!\\S)[\u00a3\u00a5\u00aa\u00b9\u00b3\u00af\u00ac]\\p{L}|\\p{L}{2}(?<![mM])\u00b3(?!\\S)"
                    + "|\\p{Ll}[\u017d\u201a\u2021\u02c6](?!\\S)|[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]{3}"
                    + "|i\u00e6(?!\\p{L})|\\p{IsLatin}[\\p{IsCyrillic}\\p{IsGreek}]|[\\p{IsCyrillic}\\p{IsGreek}]\\p{IsLatin}");
    /** What a page, a mail or a program writes for a letter: "L&amp;eacute;a", "N&amp;#039;Diaye", "L%C3%A9a", "L\\u00e9a". */
    private static final Pattern ECRIT_EN_CODE = Pattern.compile(
            "&(?:#\\d{2,5}|#[xX][0-9A-Fa-f]{2,5}|[A-Za-z]{2,8}\\d?);|%C[2-5]%[89AB][0-9A-F]|=C[2-5]=[89AB][0-9A-F]"
                    + "|\\\\u[0-9A-Fa-f]{4}|\\\\x[0-9A-Fa-f]{2}");

    private static final List<Pattern> SIGNES_DE_PERTE =
            List.of(LETTRE_PERDUE, MAL_RELU_AILLEURS, AUTRE_CODE, ECRIT_EN_CODE);
    private static final Pattern ADRESSE_DE_SITE = Pattern.compile("(?i)\\S+://\\S+|www\\.\\S+");
    private static final Pattern FORMULE = Pattern.compile("(?s)[=@].*|[+-](?![\\d(\\s]).+");

    private ValeursFrancaises() {}

    /** A day, in the ways in which people and programs write it in France; the year always has four figures. */
    static LocalDate date(String brut) {
        String texte = brut.strip();
        Matcher francaise = DATE_FRANCAISE.matcher(texte);
        if (francaise.matches()) {
            return jour(francaise.group(3), francaise.group(2), francaise.group(1));
        }
        if (INSTANT.matcher(texte).matches()) {
            return jourDeLInstant(texte);
        }
        Matcher iso = DATE_ISO.matcher(texte);
        if (iso.matches()) {
            return jour(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher enLettres = DATE_EN_LETTRES.matcher(MoisEnLettres.sansAccents(texte));
        if (enLettres.matches()) {
            return jour(enLettres.group(3), String.valueOf(mois(enLettres.group(2))), enLettres.group(1));
        }
        Matcher serree = DATE_SERREE.matcher(texte);
        if (serree.matches()) {
            return serree(serree);
        }
        throw new ValeurIllisible(
                JOUR_DE_TABLEUR.matcher(texte).matches()
                        ? "Ce nombre est sans doute une date du tableur : mettez la case au format date, ou écrivez"
                                + " 14/03/1986."
                        : DATE_COURTE.matcher(texte).matches()
                                ? "Écrivez l'année avec quatre chiffres, par exemple 14/03/1986."
                                : "Écrivez la date sous la forme jour/mois/année, par exemple 14/03/1986.");
    }

    /** A program that keeps days as instants writes the 14th in Paris as 23:00 of the 13th in London. */
    private static LocalDate jourDeLInstant(String texte) {
        try {
            OffsetDateTime instant = OffsetDateTime.parse(texte, LECTURE_INSTANT);
            return instant.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? instant.toLocalDate()
                    : instant.atZoneSameInstant(FRANCE).toLocalDate();
        } catch (DateTimeException e) {
            throw new ValeurIllisible("Cette date n'existe pas dans le calendrier. Vérifiez le jour et le mois.");
        }
    }

    /** Eight figures in a row are read from the year or from the day: a month of 19 or 20 does not exist, so only one way holds. */
    private static LocalDate serree(Matcher m) {
        boolean anneeDevant = m.group(1).matches("19|20") && !m.group(3).matches("19|20");
        return anneeDevant
                ? jour(m.group(1) + m.group(2), m.group(3), m.group(4))
                : jour(m.group(3) + m.group(4), m.group(2), m.group(1));
    }

    /**
     * Number of a month written in French, whole or cut short.
     *
     * @throws ValeurIllisible when it is none
     */
    static int mois(String nom) {
        return MoisEnLettres.numero(nom)
                .orElseThrow(() ->
                        new ValeurIllisible("Ce mois n'existe pas. Écrivez par exemple 14 mars 1986, ou 14/03/1986."));
    }

    private static LocalDate jour(String annee, String mois, String jour) {
        try {
            return LocalDate.of(Integer.parseInt(annee), Integer.parseInt(mois), Integer.parseInt(jour));
        } catch (DateTimeException e) {
            throw new ValeurIllisible(
                    Integer.parseInt(mois) > DECEMBRE && Integer.parseInt(jour) <= DECEMBRE
                            ? "Ce mois n'existe pas : la date semble écrite à l'américaine, le mois devant. Vérifiez aussi les"
                                    + " autres dates de ce fichier."
                            : "Cette date n'existe pas dans le calendrier. Vérifiez le jour et le mois.");
        }
    }

    static BigDecimal nombre(String texte) {
        String serre = BLANCS.matcher(texte.replace("€", "")).replaceAll("");
        if (A_VIRGULE.matcher(serre).matches() && !MILLE_AMBIGU.matcher(serre).matches()) {
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

    /** What a spreadsheet shows when it could not compute a cell; LibreOffice and the French words of Excel too. */
    static boolean estErreurDeTableur(String texte) {
        return ERREUR.matcher(texte).matches();
    }

    /**
     * Whether a text lost its accents on the way: a byte that no encoding knew, UTF-8 that a program took for another code ("ZoÃ©", "Zo√©"),
     * one code of eight bits for another ("Pawe³"), a letter that a program could not write and replaced ("Lev?que", "C½ur") or wrote in
     * its own way ("L&amp;eacute;a").
     */
    static boolean estAbime(String texte) {
        return texte.indexOf(Encodage.PERDU) >= 0
                || MAL_RELU.matcher(texte).find()
                || SIGNES_DE_PERTE.stream()
                        .anyMatch(p -> p.matcher(ADRESSE_DE_SITE.matcher(texte).replaceAll(" "))
                                .find());
    }

    /** A text that a spreadsheet would run as a formula; phone numbers and negative numbers are none. */
    static boolean estFormule(String texte) {
        return FORMULE.matcher(texte).matches();
    }
}
