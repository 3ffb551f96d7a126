package fr.jalon.orientation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * What was found on one lever of the pact, one day.
 *
 * @param levier lever of the pact, 1 to 6
 * @param reponses answers of the form, by field name
 * @param moyenne mean of the noted answers, 0 (blocks everything) to 3 (goes well); null when the person does not speak of it
 * @param niveau what the mean said that day
 * @param prioritaire the person wishes to begin there
 * @param auteur log-in name
 */
public record DiagnosticLevier(
        UUID id,
        UUID personneId,
        UUID dossierId,
        int levier,
        Map<String, Object> reponses,
        BigDecimal moyenne,
        NiveauLevier niveau,
        boolean prioritaire,
        LocalDate etabliLe,
        String auteur) {}
