package fr.jalon.financement;

import fr.jalon.commun.Montant;

/**
 * What one funder takes of the cost.
 *
 * @param financeur code, row of {@code financeurs.dmn}
 * @param libelle its name in French
 * @param rang 1 before, 2 the person, 3 the CCAS
 * @param montant what it takes; nothing once it refused
 */
public record PartDuPlan(String financeur, String libelle, int rang, Montant montant, EtatSource etat) {}
