package fr.jalon.mobilite;

import java.math.BigDecimal;

/**
 * One line of the computation.
 *
 * @param libelle its name
 * @param montant euros, two decimals; what is taken off is below zero
 * @param regle the rule, in plain French
 * @param source where the rule stands
 */
public record LigneDeCalcul(String libelle, BigDecimal montant, String regle, String source) {}
