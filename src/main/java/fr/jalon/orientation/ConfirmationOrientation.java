package fr.jalon.orientation;

import java.time.Instant;

/**
 * What a professional decides after reading the proposal.
 *
 * @param organisme code of the organisation
 * @param referent log-in name of the référent, or null
 * @param motif compulsory when the decision departs from the proposal
 * @param rendezVous first appointment
 * @param lieu where
 * @param passation what the former référent leaves to the next, or null
 */
public record ConfirmationOrientation(
        Parcours parcours,
        String organisme,
        String referent,
        String motif,
        Instant rendezVous,
        String lieu,
        String passation) {}
