package fr.jalon.dispositif;

import java.time.Instant;

/**
 * What an agent writes down of a follow-up.
 *
 * @param rendezVous the appointment that the partner gave, null for the other issues
 * @param lieu where, null without an appointment
 * @param motif what the partner or the person said, null for none
 */
public record NoteSuivi(IssueSuivi issue, Instant rendezVous, String lieu, String motif) {}
