package fr.jalon.seance;

import java.time.Instant;
import java.util.UUID;

/**
 * What a titular who will not be there gave in writing, for one session: another member votes for its seat.
 *
 * @param mandataire member who carries it
 * @param ecrit which writing gives it, printed in the minutes
 * @param notePar log-in name of who noted it, the titular itself or the secretary
 */
public record Pouvoir(UUID mandataire, String ecrit, String notePar, Instant noteLe) {}
