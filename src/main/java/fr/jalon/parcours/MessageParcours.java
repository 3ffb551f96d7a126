package fr.jalon.parcours;

import java.util.UUID;

/** A message for the path of a dossier. */
public record MessageParcours(UUID dossierId, String message) {}
