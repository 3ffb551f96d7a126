package fr.jalon.formation;

import fr.jalon.financement.SourceDemandee;

/**
 * A funder of the plan, and what shows its answer.
 *
 * @param preuve reference of its letter, or null while it did not answer
 */
public record FinanceurSollicite(SourceDemandee source, String preuve) {}
