package fr.jalon.seance;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Whom a case is about, for ties that the chair alone reads.
 *
 * @param naissance null when the whole date is not known
 * @param adresse lines, or null
 */
public record PersonneConcernee(UUID id, String nom, LocalDate naissance, String adresse) {}
