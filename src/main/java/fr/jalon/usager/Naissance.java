package fr.jalon.usager;

import com.fasterxml.jackson.annotation.JsonValue;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.MoisEnLettres;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A birth as it is known: a day, a month alone, or a year alone. What is not known is said wherever it is shown, and never
 * becomes a first of January.
 *
 * @param mois null when not known
 * @param jour null when not known
 */
@JsonDeserialize(using = LectureNaissance.class)
public record Naissance(int annee, Integer mois, Integer jour) {

    private static final Pattern ISO = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");
    private static final Pattern FRANCAISE = Pattern.compile("(?:(?:(\\d{1,2})[/.-])?(\\d{1,2})[/.-])?(\\d{4})");
    private static final Pattern EN_LETTRES =
            Pattern.compile("(?:(?:le\\s+)?(\\d{1,2})(?:er)?[\\s.-]+)?(\\p{L}{3,9})\\.?[\\s.-]+(\\d{4})");
    private static final Pattern SERREE = Pattern.compile("(0[1-9]|[12]\\d|3[01])(0[1-9]|1[0-2])((?:19|20)\\d{2})");
    private static final DateTimeFormatter MOIS = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);
    private static final DateTimeFormatter FRANCAIS = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    /** @throws DateTimeException when the day or the month does not exist */
    public Naissance {
        if (mois == null && jour != null) {
            throw new DateTimeException("un jour sans mois");
        }
        if (mois != null) {
            YearMonth.of(annee, mois);
        }
        if (jour != null) {
            LocalDate.of(annee, mois, jour);
        }
    }

    public static Naissance du(LocalDate jour) {
        return jour == null ? null : new Naissance(jour.getYear(), jour.getMonthValue(), jour.getDayOfMonth());
    }

    /**
     * As the table of persons keeps it.
     *
     * @param auPlusTot first day that it may be
     * @param precision JOUR, MOIS or ANNEE: what of it is known
     */
    public static Naissance connue(LocalDate auPlusTot, String precision) {
        return PrecisionNaissance.valueOf(precision).naissance(auPlusTot);
    }

    /** "1980", "1980-05" or "1980-05-12"; empty for anything else. */
    public static Optional<Naissance> lireIso(String texte) {
        Matcher m = ISO.matcher(texte == null ? "" : texte.strip());
        return m.matches() ? essayer(m.group(1), m.group(2), m.group(3)) : Optional.empty();
    }

    /**
     * Same, and in the French order: "12/05/1980", "12051980", "12 mai 1980", "05/1980", "mai 1980", "1980". Administrations write 00 for
     * what they do not know: "00/05/1980", "00/00/1980".
     */
    public static Optional<Naissance> lire(String texte) {
        String net = texte == null ? "" : texte.strip();
        Matcher iso = ISO.matcher(net);
        if (iso.matches()) {
            return essayer(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher m = FRANCAISE.matcher(net);
        if (m.matches()) {
            return essayer(m.group(3), m.group(2), m.group(1));
        }
        Matcher serree = SERREE.matcher(net);
        if (serree.matches()) {
            return essayer(serree.group(3), serree.group(2), serree.group(1));
        }
        return enLettres(net);
    }

    private static Optional<Naissance> enLettres(String texte) {
        Matcher m = EN_LETTRES.matcher(MoisEnLettres.sansAccents(texte));
        OptionalInt mois = m.matches() ? MoisEnLettres.numero(m.group(2)) : OptionalInt.empty();
        return mois.isPresent() ? essayer(m.group(3), String.valueOf(mois.getAsInt()), m.group(1)) : Optional.empty();
    }

    private static Optional<Naissance> essayer(String annee, String mois, String jour) {
        try {
            return Optional.of(new Naissance(Integer.parseInt(annee), nombre(mois), nombre(jour)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Integer nombre(String texte) {
        return texte == null || Integer.parseInt(texte) == 0 ? null : Integer.valueOf(texte);
    }

    public boolean complete() {
        return jour != null;
    }

    /** The day, when it is known whole. */
    public Optional<LocalDate> date() {
        return complete() ? Optional.of(LocalDate.of(annee, mois, jour)) : Optional.empty();
    }

    /** The first day that it may be. */
    public LocalDate auPlusTot() {
        return LocalDate.of(annee, mois == null ? 1 : mois, jour == null ? 1 : jour);
    }

    /** The last day that it may be. */
    public LocalDate auPlusTard() {
        if (complete()) {
            return auPlusTot();
        }
        return mois == null
                ? LocalDate.of(annee, 12, 31)
                : YearMonth.of(annee, mois).atEndOfMonth();
    }

    /** Whether both may be the same birth: what is known of each agrees. */
    public boolean compatible(Naissance autre) {
        return !auPlusTot().isAfter(autre.auPlusTard()) && !autre.auPlusTot().isAfter(auPlusTard());
    }

    /** Day and month exchanged, when both are known and the other date exists. */
    public Optional<Naissance> inversee() {
        return complete() && jour <= 12
                ? Optional.of(new Naissance(annee, /* mois= */ jour, /* jour= */ mois))
                : Optional.empty();
    }

    public Age ageLe(LocalDate jourCompte) {
        return new Age(age(auPlusTard(), jourCompte), age(auPlusTot(), jourCompte));
    }

    private static int age(LocalDate naissance, LocalDate jourCompte) {
        return Math.max(0, Period.between(naissance, jourCompte).getYears());
    }

    /** "12 mai 1980", "mai 1980 (jour inconnu)", "1980 (jour et mois inconnus)". */
    public String mots() {
        if (complete()) {
            return Horloge.enMots(auPlusTot());
        }
        return mois == null ? annee + " (jour et mois inconnus)" : MOIS.format(auPlusTot()) + " (jour inconnu)";
    }

    /** Same with its preposition: "le 12 mai 1980", "en mai 1980 (jour inconnu)". */
    public String quand() {
        return (complete() ? "le " : "en ") + mots();
    }

    /** As it is typed in a field: "12/05/1980", "05/1980", "1980". */
    public String saisie() {
        if (complete()) {
            return FRANCAIS.format(auPlusTot());
        }
        return mois == null ? String.valueOf(annee) : "%02d/%d".formatted(mois, annee);
    }

    /** "1980-05-12", "1980-05", "1980": for programs. */
    @JsonValue
    @Override
    public String toString() {
        if (complete()) {
            return auPlusTot().toString();
        }
        return mois == null
                ? "%04d".formatted(annee)
                : YearMonth.of(annee, mois).toString();
    }

    /**
     * An age that may not be known to the year.
     *
     * @param min youngest that the person may be
     * @param max oldest that the person may be
     */
    public record Age(int min, int max) {

        /** An age known to the year. */
        public static Age de(int ans) {
            return new Age(ans, ans);
        }

        public boolean connu() {
            return min == max;
        }

        /** "46 ans", "environ 46 ans (45 ou 46)". */
        public String mots() {
            return connu() ? max + " ans" : "environ " + max + " ans (" + min + " ou " + max + ")";
        }
    }
}
