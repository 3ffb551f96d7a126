package fr.jalon.usager;

import java.time.LocalDate;

/**
 * What is written of a person, as typed.
 *
 * @param civilite {@code MME}, {@code M} or {@code NEUTRE}
 * @param quartier {@code Q1} to {@code Q12}, or null when unknown
 * @param langue code of {@link fr.jalon.commun.Langues}, null for French
 * @param nir social security number, 15 digits with or without blanks, or null; never kept in clear
 */
public record FichePersonne(
        String civilite,
        String nom,
        String prenoms,
        LocalDate dateNaissance,
        String adresse,
        String quartier,
        String telephone,
        String courriel,
        String langue,
        String nir) {}
