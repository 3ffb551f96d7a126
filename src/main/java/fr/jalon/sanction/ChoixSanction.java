package fr.jalon.sanction;

import java.time.LocalDate;

/**
 * The decision.
 *
 * @param sanction with taux, mois and debut: null unless a sanction is decided
 * @param foyer the foyer as the decider knows it, null to keep the one of the constat
 * @param radiation whether France Travail is asked to strike the person off its list; null when it was not asked
 * @param motif read by the person when something is decided, else by agents alone
 */
public record ChoixSanction(
        DecisionSanction decision,
        Sanction sanction,
        Integer taux,
        Integer mois,
        LocalDate debut,
        String foyer,
        Boolean radiation,
        String motif) {}
