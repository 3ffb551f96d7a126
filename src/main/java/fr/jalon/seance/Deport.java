package fr.jalon.seance;

import java.util.UUID;

/** A member leaves an item: why, and who said it. */
public record Deport(UUID membreId, String motif, String declarePar) {}
