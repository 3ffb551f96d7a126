package fr.jalon.seance;

import java.util.UUID;

/** A question that was still open is no longer asked: whatever a session decided of it goes nowhere. */
public record QuestionRetiree(UUID dossierId, String question) {}
