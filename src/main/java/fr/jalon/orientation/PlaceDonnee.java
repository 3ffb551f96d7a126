package fr.jalon.orientation;

import java.util.UUID;

/** A place was given back, and whoever waited longest for it has it now; {@code dossierId} may be null. */
record PlaceDonnee(UUID personneId, UUID dossierId) {}
