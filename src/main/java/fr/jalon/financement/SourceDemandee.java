package fr.jalon.financement;

import java.math.BigDecimal;

/**
 * One funder of a plan, as somebody wrote it: an amount, a part of the cost, or what the others leave.
 *
 * @param financeur code, row of {@code financeurs.dmn}
 * @param montant euros, at most two decimals, or null
 * @param pourcentage part of the whole cost, above 0 and at most 100, at most two decimals, or null
 * @param solde whether it takes what the others leave; null means no
 * @param etat what it answered; null means that nobody asked yet
 */
public record SourceDemandee(
        String financeur, BigDecimal montant, BigDecimal pourcentage, Boolean solde, EtatSource etat) {

    /** The funder that takes the rest. */
    public static SourceDemandee duReste(String financeur) {
        return new SourceDemandee(financeur, null, null, true, null);
    }

    boolean prendLeReste() {
        return Boolean.TRUE.equals(solde);
    }

    boolean refuse() {
        return etat == EtatSource.REFUSE;
    }
}
