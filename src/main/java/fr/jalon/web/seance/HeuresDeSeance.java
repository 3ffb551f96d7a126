package fr.jalon.web.seance;

import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Map;

/** Days and hours as they are typed on the screens of a session. */
final class HeuresDeSeance {

    private HeuresDeSeance() {}

    /** @throws SaisieInvalide on {@code jour} or {@code heure} */
    static Instant debut(Map<String, String> champs) {
        LocalDate jour;
        try {
            jour = LocalDate.parse(champs.getOrDefault("jour", ""));
        } catch (DateTimeParseException e) {
            throw new SaisieInvalide("jour", "Indiquez le jour de la séance.");
        }
        LocalTime heure = heure(champs);
        if (heure == null) {
            throw new SaisieInvalide("heure", "Indiquez l'heure, par exemple 9h30.");
        }
        return Horloge.instantAParis(jour.atTime(heure));
    }

    /**
     * The last day of a rhythm; null when nothing is typed.
     *
     * @throws SaisieInvalide on {@code jusquAu}
     */
    static LocalDate jusquAu(Map<String, String> champs) {
        String jour = champs.getOrDefault("jusquAu", "").strip();
        try {
            return jour.isEmpty() ? null : LocalDate.parse(jour);
        } catch (DateTimeParseException e) {
            throw new SaisieInvalide("jusquAu", "Indiquez un jour, par exemple 31/12/2026.");
        }
    }

    /**
     * @return null when nothing is typed
     * @throws SaisieInvalide on {@code heure}
     */
    static LocalTime heure(Map<String, String> champs) {
        String heure = champs.getOrDefault("heure", "").strip();
        if (heure.isEmpty()) {
            return null;
        }
        if (!heure.matches("([01]?[0-9]|2[0-3])\\s?[:h]\\s?([0-5][0-9])?")) {
            throw new SaisieInvalide("heure", "Écrivez l'heure, par exemple 9h30.");
        }
        String[] parts = heure.split("\\s?[:h]\\s?");
        return LocalTime.of(Integer.parseInt(parts[0]), parts.length > 1 ? Integer.parseInt(parts[1]) : 0);
    }
}
