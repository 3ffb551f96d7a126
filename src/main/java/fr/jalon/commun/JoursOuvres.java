package fr.jalon.commun;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * French working days: Monday to Friday, without the public holidays of metropolitan France (Code du travail, article
 * L3133-1). The holidays that move are computed from Easter Sunday, so every year works.
 */
public final class JoursOuvres {

    private static final int MAX_JOURS = 100_000;
    private static final Map<Integer, Map<LocalDate, String>> FERIES = new ConcurrentHashMap<>();

    private JoursOuvres() {}

    /** Whether the day is worked: neither Saturday, nor Sunday, nor a public holiday. */
    public static boolean estOuvre(LocalDate jour) {
        DayOfWeek semaine = jour.getDayOfWeek();
        return semaine != DayOfWeek.SATURDAY && semaine != DayOfWeek.SUNDAY && !estFerie(jour);
    }

    /** Whether the day is a public holiday of metropolitan France. */
    public static boolean estFerie(LocalDate jour) {
        return feries(jour.getYear()).containsKey(jour);
    }

    /** The eleven public holidays of the year, by date, with their French names. */
    public static Map<LocalDate, String> feries(int annee) {
        return FERIES.computeIfAbsent(annee, JoursOuvres::calculerFeries);
    }

    /**
     * The day reached after a number of working days: the start day is not counted, each worked day after it is.
     *
     * @param debut first day, not counted
     * @param jours number of working days, from 0 to 100 000; 0 gives the start day itself
     * @throws IllegalArgumentException when the number is out of bounds
     */
    public static LocalDate ajouter(LocalDate debut, int jours) {
        if (jours < 0 || jours > MAX_JOURS) {
            throw new IllegalArgumentException("nombre de jours ouvrés hors de 0.." + MAX_JOURS + " : " + jours);
        }
        LocalDate jour = debut;
        int reste = jours;
        while (reste > 0) {
            jour = jour.plusDays(1);
            if (estOuvre(jour)) {
                reste--;
            }
        }
        return jour;
    }

    /** Number of working days after {@code du} and up to {@code au} included; negative when {@code au} comes first. */
    public static int entre(LocalDate du, LocalDate au) {
        if (au.isBefore(du)) {
            return -entre(au, du);
        }
        int nombre = 0;
        for (LocalDate jour = du.plusDays(1); !jour.isAfter(au); jour = jour.plusDays(1)) {
            if (estOuvre(jour)) {
                nombre++;
            }
        }
        return nombre;
    }

    /** The day itself when it is worked, else the next worked day. */
    public static LocalDate ouvreSuivantOuMeme(LocalDate jour) {
        return estOuvre(jour) ? jour : ajouter(jour, 1);
    }

    private static Map<LocalDate, String> calculerFeries(int annee) {
        LocalDate paques = paques(annee);
        Map<LocalDate, String> jours = new TreeMap<>();
        jours.put(LocalDate.of(annee, 1, 1), "Jour de l'An");
        jours.put(paques.plusDays(1), "Lundi de Pâques");
        jours.put(LocalDate.of(annee, 5, 1), "Fête du Travail");
        jours.put(LocalDate.of(annee, 5, 8), "Victoire de 1945");
        jours.merge(paques.plusDays(39), "Ascension", (a, b) -> a + " et " + b);
        jours.put(paques.plusDays(50), "Lundi de Pentecôte");
        jours.put(LocalDate.of(annee, 7, 14), "Fête nationale");
        jours.put(LocalDate.of(annee, 8, 15), "Assomption");
        jours.put(LocalDate.of(annee, 11, 1), "Toussaint");
        jours.put(LocalDate.of(annee, 11, 11), "Armistice de 1918");
        jours.put(LocalDate.of(annee, 12, 25), "Noël");
        return Map.copyOf(jours);
    }

    /** Easter Sunday of the Gregorian calendar (method of Butcher and Meeus). */
    static LocalDate paques(int annee) {
        int a = annee % 19;
        int siecle = annee / 100;
        int reste = annee % 100;
        int f = (siecle + 8) / 25;
        int g = (siecle - f + 1) / 3;
        int h = (19 * a + siecle - siecle / 4 - g + 15) % 30;
        int l = (32 + 2 * (siecle % 4) + 2 * (reste / 4) - h - reste % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int mois = (h + l - 7 * m + 114) / 31;
        int jour = (h + l - 7 * m + 114) % 31 + 1;
        return LocalDate.of(annee, mois, jour);
    }
}
