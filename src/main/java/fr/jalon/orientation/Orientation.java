package fr.jalon.orientation;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A period with an organisation.
 *
 * @param organisme code of the organisation
 * @param referent log-in name of the référent, null when the organisation names its own
 * @param referentPartenaire the référent or the service that the partner named, null when it is not known
 * @param debut first day
 * @param fin first day that no longer belongs to it, null while it lasts
 * @param decideeLe day of the decision
 * @param motif written reason, null when the proposal was followed
 * @param passation words that the former référent leaves to the next, null for none
 * @param lectureJusquAu last day on which the former référent may still read, null while it lasts
 * @param declareePassee recorded after the fact, as a past one
 * @param place null when nobody counts the places of the organisation
 */
public record Orientation(
        UUID id,
        UUID personneId,
        UUID dossierId,
        Parcours parcours,
        String organisme,
        String referent,
        String referentPartenaire,
        LocalDate debut,
        LocalDate fin,
        LocalDate decideeLe,
        String auteur,
        String motif,
        String passation,
        LocalDate lectureJusquAu,
        boolean declareePassee,
        Place place) {

    /**
     * Where its place is counted in the directory.
     *
     * @param enAttente the offer was full: the person is counted among those who wait
     */
    public record Place(UUID offreId, boolean enAttente) {}

    /** Whether the organisation had no place left when the person was oriented there, and still has none for it. */
    public boolean enAttente() {
        return place != null && place.enAttente();
    }

    public boolean enCours() {
        return fin == null;
    }
}
