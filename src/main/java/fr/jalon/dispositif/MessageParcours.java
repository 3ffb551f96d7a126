package fr.jalon.dispositif;

import java.util.UUID;

/**
 * A message for the path of a dossier.
 *
 * @param attendu whether the path must hear it wherever it stands; when not, nothing happens where it waits for no such message
 */
public record MessageParcours(UUID dossierId, String message, boolean attendu) {

    public MessageParcours(UUID dossierId, String message) {
        this(dossierId, message, true);
    }

    /** A message that only some steps wait for. */
    public static MessageParcours siAttendu(UUID dossierId, String message) {
        return new MessageParcours(dossierId, message, false);
    }
}
