package fr.jalon.orientation;

import java.time.Instant;
import java.util.UUID;

/**
 * A confirmation as a list says it.
 *
 * @param organisme code of the organisation that accompanies
 */
public record ConfirmationFaite(UUID dossierId, Parcours parcours, String organisme, Instant le) {}
