package fr.jalon.orientation;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An orientation to record.
 *
 * @param dossierId dossier in which it was decided
 * @param organisme code of the organisation
 * @param referent log-in name, or null
 * @param referentPartenaire the référent or the service that the partner named, null when it is not known yet
 * @param debut first day, today or before
 * @param fin first day that no longer belongs to it, null while it lasts or until the next one begins
 * @param passee declared as a past one: it may be old, and takes its place among those already recorded
 * @param motif written reason, or null
 * @param passation what the former référent leaves to the next, or null
 */
public record NouvelleOrientation(
        UUID personneId,
        UUID dossierId,
        Parcours parcours,
        String organisme,
        String referent,
        String referentPartenaire,
        LocalDate debut,
        LocalDate fin,
        boolean passee,
        String motif,
        String passation) {

    /** One that begins now and lasts. */
    public NouvelleOrientation(
            UUID personneId,
            UUID dossierId,
            Parcours parcours,
            String organisme,
            String referent,
            LocalDate debut,
            String motif,
            String passation) {
        this(personneId, dossierId, parcours, organisme, referent, null, debut, null, false, motif, passation);
    }
}
