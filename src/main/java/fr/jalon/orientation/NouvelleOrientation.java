package fr.jalon.orientation;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An orientation to record.
 *
 * @param dossierId dossier in which it was decided
 * @param organisme code of the organisation
 * @param referent log-in name, or null
 * @param debut first day, today or before
 * @param motif written reason, or null
 * @param passation what the former référent leaves to the next, or null
 */
public record NouvelleOrientation(
        UUID personneId,
        UUID dossierId,
        Parcours parcours,
        String organisme,
        String referent,
        LocalDate debut,
        String motif,
        String passation) {}
