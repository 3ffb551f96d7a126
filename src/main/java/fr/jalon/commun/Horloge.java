package fr.jalon.commun;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The only source of "now" in Jalon. Days and hours are those of Paris, where the agents and the usagers live; instants
 * are unambiguous. Tests inject a fixed or a movable {@link Clock}.
 */
public class Horloge {

    /** Zone of every date that a person reads. */
    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final DateTimeFormatter MOIS_ANNEE = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);

    private static final DateTimeFormatter HEURE = DateTimeFormatter.ofPattern("H' h 'mm", Locale.FRENCH);

    private final Clock clock;

    public Horloge(Clock clock) {
        this.clock = clock;
    }

    /** The present instant. */
    public Instant maintenant() {
        return clock.instant();
    }

    /** Today's date in Paris. */
    public LocalDate aujourdhui() {
        return LocalDate.ofInstant(clock.instant(), PARIS);
    }

    /** Present wall-clock time in Paris. */
    public LocalDateTime heureDeParis() {
        return LocalDateTime.ofInstant(clock.instant(), PARIS);
    }

    /** The present month in Paris. */
    public YearMonth moisCourant() {
        return YearMonth.from(aujourdhui());
    }

    /** A day in words: "1er juin 2026". */
    public static String enMots(LocalDate jour) {
        return (jour.getDayOfMonth() == 1 ? "1er" : Integer.toString(jour.getDayOfMonth())) + " "
                + MOIS_ANNEE.format(jour);
    }

    /** A moment in words: "1er juin 2026 à 9 h 05". */
    public static String enMots(LocalDateTime moment) {
        return enMots(moment.toLocalDate()) + " à " + HEURE.format(moment);
    }

    /**
     * Instant of a Paris wall-clock time. In the hour that the spring change skips, the hour after it; in the hour that
     * the autumn change repeats, the first of the two.
     */
    public static Instant instantAParis(LocalDateTime heure) {
        return ZonedDateTime.of(heure, PARIS).toInstant();
    }
}
