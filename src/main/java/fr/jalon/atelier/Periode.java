package fr.jalon.atelier;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days during which a row of a dated table counts.
 *
 * @param du first day, null when there is none
 * @param avant first day that it does not count any more, null when there is none
 */
public record Periode(LocalDate du, LocalDate avant) {

    public static final Periode TOUJOURS = new Periode(null, null);

    private static final String JOUR = "date\\(\\s*\"(\\d{4}-\\d{2}-\\d{2})\"\\s*\\)";
    private static final Pattern COMPARAISON = Pattern.compile("(<=|>=|<|>)\\s*" + JOUR);
    private static final Pattern INTERVALLE =
            Pattern.compile("([\\[\\](])\\s*" + JOUR + "\\s*\\.\\.\\s*" + JOUR + "\\s*([\\]\\[)])");

    /** What a cell says: an interval, a comparison, any day; empty for anything else. */
    public static Optional<Periode> lire(String cellule) {
        String net = cellule.strip();
        if (net.isEmpty() || net.equals("-")) {
            return Optional.of(TOUJOURS);
        }
        try {
            Matcher comparaison = COMPARAISON.matcher(net);
            if (comparaison.matches()) {
                return Optional.of(comparee(comparaison.group(1), LocalDate.parse(comparaison.group(2))));
            }
            Matcher intervalle = INTERVALLE.matcher(net);
            return intervalle.matches() ? Optional.of(bornee(intervalle)).filter(Periode::nonVide) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Periode comparee(String signe, LocalDate jour) {
        return switch (signe) {
            case "<" -> new Periode(null, jour);
            case "<=" -> new Periode(null, jour.plusDays(1));
            case ">" -> new Periode(jour.plusDays(1), null);
            default -> new Periode(jour, null);
        };
    }

    private static Periode bornee(Matcher intervalle) {
        LocalDate du = LocalDate.parse(intervalle.group(2));
        LocalDate au = LocalDate.parse(intervalle.group(3));
        return new Periode(
                intervalle.group(1).equals("[") ? du : du.plusDays(1),
                intervalle.group(4).equals("]") ? au.plusDays(1) : au);
    }

    private boolean nonVide() {
        return du.isBefore(avant);
    }

    public boolean toujours() {
        return du == null && avant == null;
    }

    public boolean contient(LocalDate jour) {
        return (du == null || !jour.isBefore(du)) && (avant == null || jour.isBefore(avant));
    }

    /** The days of this period before another day, which it holds and does not begin on. */
    public Periode jusquA(LocalDate jour) {
        return new Periode(du, jour);
    }

    /** The days of this period from a day on. */
    public Periode aPartirDu(LocalDate jour) {
        return new Periode(jour, avant);
    }

    /** The cell that says it. */
    public String cellule() {
        if (toujours()) {
            return "";
        }
        if (du == null) {
            return "< " + jour(avant);
        }
        return avant == null ? ">= " + jour(du) : "[" + jour(du) + ".." + jour(avant) + ")";
    }

    private static String jour(LocalDate jour) {
        return "date(\"" + jour + "\")";
    }
}
