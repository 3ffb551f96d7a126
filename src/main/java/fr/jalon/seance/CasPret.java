package fr.jalon.seance;

import java.time.Instant;
import java.util.UUID;

/** A case that waits for a session of its instance and antenne. */
public record CasPret(
        UUID id, String instance, String question, String antenne, UUID dossierId, String numero, Instant pretLe) {}
