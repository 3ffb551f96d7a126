package fr.jalon.annuaire;

import jakarta.persistence.Embeddable;

/**
 * A place where an organisation receives people; everything but the name may be unknown.
 *
 * @param quartier {@code Q1} to {@code Q12}
 * @param horaires opening hours, in words
 */
@Embeddable
public record Lieu(
        String nom,
        String adresse,
        String codePostal,
        String commune,
        String quartier,
        String horaires,
        String telephone) {}
