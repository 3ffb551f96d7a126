package fr.jalon.sanction;

import java.time.LocalDate;

/**
 * What is held against the person, and what is contemplated.
 *
 * @param nature row of {@code manquement-recevable}
 * @param foyer {@code SEUL}, {@code PLUSIEURS} or {@code MAJORATION}
 * @param taux share of the RSA withheld, in percent
 * @param avisDemande ask the équipe even when the law does not
 */
public record Constat(
        String nature,
        LocalDate dateFaits,
        String faits,
        String foyer,
        Sanction sanction,
        int taux,
        int mois,
        boolean avisDemande) {}
