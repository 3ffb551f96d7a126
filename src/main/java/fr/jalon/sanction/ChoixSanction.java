package fr.jalon.sanction;

import java.time.LocalDate;

/**
 * The decision.
 *
 * @param sanction with taux, mois and debut: null unless a sanction is decided
 */
public record ChoixSanction(
        DecisionSanction decision, Sanction sanction, Integer taux, Integer mois, LocalDate debut, String motif) {}
