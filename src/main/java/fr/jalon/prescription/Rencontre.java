package fr.jalon.prescription;

import java.time.Instant;

/**
 * What became of the first meeting.
 *
 * @param rendezVous the new date when it is put off, else null
 */
public record Rencontre(Issue issue, Instant rendezVous, String lieu) {

    public enum Issue {
        TENU,
        REPORTE,
        MANQUE
    }
}
