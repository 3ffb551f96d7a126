package fr.jalon.pilotage;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What happened in some days, to read the figures by.
 *
 * @param du first day, included
 * @param au last day, included
 * @param antenne code, null for all
 */
public record Annotation(UUID id, LocalDate du, LocalDate au, String antenne, String texte, String auteur) {

    /** Whether some day of a period is in it, for who looks at an antenne, null for all of them. */
    public boolean concerne(LocalDate premier, LocalDate dernier, String lue) {
        return !du.isAfter(dernier) && !au.isBefore(premier) && (antenne == null || lue == null || antenne.equals(lue));
    }
}
