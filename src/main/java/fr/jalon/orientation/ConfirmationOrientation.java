package fr.jalon.orientation;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a professional decides after reading the proposal.
 *
 * @param organisme code of the organisation
 * @param referent log-in name of the référent, null unless the CCAS accompanies
 * @param referentPartenaire the référent or the service that the partner named, null when it is not known yet
 * @param motif compulsory when the decision departs from the proposal
 * @param rendezVous first appointment with us, null when a partner gives it
 * @param lieu where, null without an appointment
 * @param decideur who oriented
 * @param decideeLe day on which France Travail oriented, null when we do
 * @param passation what the former référent leaves to the next, or null
 */
public record ConfirmationOrientation(
        Parcours parcours,
        String organisme,
        String referent,
        String referentPartenaire,
        String motif,
        Instant rendezVous,
        String lieu,
        Decideur decideur,
        LocalDate decideeLe,
        String passation) {

    boolean parNous() {
        return decideur == Decideur.CCAS;
    }
}
