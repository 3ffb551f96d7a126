package fr.jalon.rsa;

import java.util.UUID;

/** A delay of the law ran out, and the conditions of a claim were found again: nobody declared anything new, so no piece is asked for. */
public record ConditionsPassees(UUID dossierId) {}
