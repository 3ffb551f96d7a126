package fr.jalon.courrier;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A letter came back. Published in the same transaction.
 *
 * @param motif code of the table {@code retours-courrier}; whether what ran stops is {@link ReceptionCourrier#arrete}
 */
public record CourrierRetourne(
        UUID courrierId, String numero, UUID dossierId, String modele, LocalDate jour, String motif) {}
