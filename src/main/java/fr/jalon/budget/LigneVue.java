package fr.jalon.budget;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A line of the journal.
 *
 * @param compte account, for example {@code Equity:AideMobilite-2026:Departement:Vote}
 * @param centimes amount in cents, negative when taken from the account
 * @param operation what it belongs to; its lines follow each other
 */
public record LigneVue(String compte, long centimes, OperationVue operation) {

    /**
     * An operation of the journal.
     *
     * @param contrepasse the operation that it reverses, else null
     */
    public record OperationVue(
            long id,
            Nature nature,
            String source,
            String auteur,
            LocalDate valeur,
            Instant enregistreeLe,
            Long contrepasse) {}
}
