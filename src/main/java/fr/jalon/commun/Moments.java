package fr.jalon.commun;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day and an hour as somebody types them, in Paris. */
public final class Moments {

    private static final Pattern HEURE = Pattern.compile("\\s*(\\d{1,2})\\s*[:hH]\\s*(\\d{2})?\\s*");

    private static final DateTimeFormatter A_HEURE = DateTimeFormatter.ofPattern("dd/MM/yyyy 'à' HH:mm");

    private Moments() {}

    /** When something happened, as a message tells it: "le 31/05/2026 à 14:32", in Paris. */
    public static String aHeure(Instant quand) {
        return "le " + A_HEURE.format(quand.atZone(Horloge.PARIS));
    }

    /** The instant of a day ({@code 2026-06-12}) and an hour ("9h30", "09:30", "10h"); null when either is missing or cannot be. */
    public static Instant lire(String jour, String heure) {
        LocalDate date = jour(jour);
        Matcher trouvee = HEURE.matcher(heure == null ? "" : heure);
        if (date == null || !trouvee.matches()) {
            return null;
        }
        try {
            String minutes = trouvee.group(2);
            LocalTime quand =
                    LocalTime.of(Integer.parseInt(trouvee.group(1)), minutes == null ? 0 : Integer.parseInt(minutes));
            return Horloge.instantAParis(date.atTime(quand));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A day; null when it is missing or cannot be. */
    public static LocalDate jour(String texte) {
        try {
            return Textes.ouNull(texte) == null ? null : LocalDate.parse(texte.strip());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
