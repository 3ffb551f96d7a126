package fr.jalon.web.courrier;

import fr.jalon.commun.SaisieInvalide;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** A day as a browser sends it. */
public final class DateSaisie {

    private DateSaisie() {}

    /** @throws SaisieInvalide when it is missing or is no day */
    public static LocalDate lire(String champ, String valeur) {
        LocalDate jour = facultative(champ, valeur);
        if (jour == null) {
            throw new SaisieInvalide(champ, "Donnez le jour, par exemple 31/05/2026.");
        }
        return jour;
    }

    /** Null when nothing was typed. */
    public static LocalDate facultative(String champ, String valeur) {
        if (valeur == null || valeur.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(valeur.strip());
        } catch (DateTimeParseException e) {
            throw new SaisieInvalide(champ, "Ce jour n'existe pas. Écrivez-le ainsi : 31/05/2026.");
        }
    }
}
