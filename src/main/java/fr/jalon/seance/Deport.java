package fr.jalon.seance;

import java.time.Instant;
import java.util.UUID;

/** A member leaves an item: why, who said it, when. */
public record Deport(UUID membreId, String motif, String declarePar, Instant declareLe) {}
