package fr.jalon.corbeille;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One row of the queue.
 *
 * @param cible target date, null when the step has none
 * @param limite hard date, null when the step has none
 * @param attente who must act: empty for us
 * @param pieceNouvelle a piece came in that nobody has looked at
 */
public record LigneCorbeille(
        String tacheId,
        UUID dossierId,
        String numero,
        UUID personneId,
        String usager,
        String antenne,
        String dispositif,
        String etape,
        String libelle,
        String groupe,
        String attente,
        String assigne,
        String assigneNom,
        boolean urgent,
        LocalDate cible,
        LocalDate limite,
        boolean pieceNouvelle,
        Instant creeeLe,
        Instant termineeLe,
        int version) {

    /** Late: the hard date is past. */
    public boolean enRetard(LocalDate aujourdhui) {
        return termineeLe == null && limite != null && limite.isBefore(aujourdhui);
    }

    /** Soon late: the target date is reached or past, not yet the hard date. */
    public boolean bientotEnRetard(LocalDate aujourdhui) {
        return termineeLe == null && !enRetard(aujourdhui) && cible != null && !cible.isAfter(aujourdhui);
    }
}
