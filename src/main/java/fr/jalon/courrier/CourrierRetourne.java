package fr.jalon.courrier;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A letter came back and nobody was told: nothing runs against the person from it. Published in the same transaction, for the reasons
 * that the table {@code retours-courrier} says stop what ran.
 *
 * @param motif code of that table
 */
public record CourrierRetourne(
        UUID courrierId, String numero, UUID dossierId, String modele, LocalDate jour, String motif) {}
