package fr.jalon.prescription;

import java.time.LocalDate;

/**
 * The person's agreement, asked anew for each partner.
 *
 * @param destinataire code of {@link Destinataire}
 * @param donne whether the person agrees
 */
public record Accord(String destinataire, boolean donne, LocalDate jusquAu) {}
