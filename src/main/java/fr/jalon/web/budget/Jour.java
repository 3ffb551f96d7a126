package fr.jalon.web.budget;

import fr.jalon.commun.SaisieInvalide;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** A day as a form sends it. */
final class Jour {

    private Jour() {}

    /** @throws SaisieInvalide on the field */
    static LocalDate lire(String champ, String saisi) {
        try {
            return LocalDate.parse(saisi == null ? "" : saisi.strip());
        } catch (DateTimeParseException e) {
            throw new SaisieInvalide(champ, "Donnez un jour.");
        }
    }
}
