package fr.jalon.formation;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What was certified at a milestone, or at a stop.
 *
 * @param centimes zero when nothing was due
 * @param preuve reference of what proved it
 * @param certifieLe when it was certified
 * @param payeLe day of its payment, null before
 */
public record PaiementFormation(
        String libelle, long centimes, String preuve, String par, Instant certifieLe, LocalDate payeLe) {}
