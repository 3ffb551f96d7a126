package fr.jalon.jury;

import java.time.Instant;
import java.util.UUID;

/** What a member says of the minutes before they are signed. */
public record Remarque(UUID membreId, String texte, Instant ecriteLe) {}
