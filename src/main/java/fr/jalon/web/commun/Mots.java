package fr.jalon.web.commun;

import fr.jalon.commun.Horloge;
import fr.jalon.commun.JoursOuvres;
import fr.jalon.commun.Textes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;

/** Dates and hours as a person says them, in Paris. */
public final class Mots {

    private Mots() {}

    /** "1er juin 2026". */
    public static String jour(LocalDate date) {
        return date == null ? null : Horloge.enMots(date);
    }

    /** "2 juin 2026 à 9 h 05". */
    public static String moment(Instant instant) {
        if (instant == null) {
            return null;
        }
        return Horloge.enMots(aParis(instant));
    }

    public static LocalDateTime aParis(Instant instant) {
        return LocalDateTime.ofInstant(instant, Horloge.PARIS);
    }

    /** Working days from today, negative once the date is past. */
    public static int joursOuvres(LocalDate aujourdhui, LocalDate date) {
        return JoursOuvres.entre(aujourdhui, date);
    }

    public static String pluriel(long nombre, String un, String plusieurs) {
        return Textes.combien(nombre, un, plusieurs);
    }

    /** The same text with its first letter as a capital. */
    public static String majuscule(String texte) {
        return texte.isEmpty() ? texte : Character.toUpperCase(texte.charAt(0)) + texte.substring(1);
    }

    /** The name of a field in words, for a page that does not know its label. */
    public static String enMots(String nom) {
        String mots = nom.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .toLowerCase(Locale.FRENCH);
        return mots.isEmpty() ? nom : mots.substring(0, 1).toUpperCase(Locale.FRENCH) + mots.substring(1);
    }
}
