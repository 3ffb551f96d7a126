package fr.jalon.prescription;

import java.time.Instant;

/**
 * A partner's answer.
 *
 * @param rendezVous first meeting, when it accepts
 * @param motif why it refuses, null when it accepts
 * @param precision words that the person will read
 */
public record Reponse(boolean acceptee, Instant rendezVous, String lieu, MotifRefus motif, String precision) {}
