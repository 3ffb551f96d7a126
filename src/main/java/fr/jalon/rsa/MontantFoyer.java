package fr.jalon.rsa;

import fr.jalon.decision.Ligne;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;

/**
 * Amount for a given composition of the foyer, unrounded.
 *
 * @param adultes adults counted
 * @param enfants children counted
 * @param majoration row of {@code majoration-rsa}
 * @param normal amount without the increase
 * @param majore increased amount, 0 without a right to it
 * @param logement housing rule that fired
 * @param forfaitEntier whole forfait logement
 * @param forfaitLogement forfait deducted
 * @param ressources resources of the counted adults and children
 * @param prestations family benefits
 * @param residenceAlternee a counted child lives in turn with both parents
 * @param finMajoration last month of the increase, null when it is not known
 * @param montant result, may be negative
 */
record MontantFoyer(
        int adultes,
        int enfants,
        Ligne majoration,
        BigDecimal normal,
        BigDecimal majore,
        Ligne logement,
        BigDecimal forfaitEntier,
        BigDecimal forfaitLogement,
        RessourcesPersonne ressources,
        BigDecimal prestations,
        boolean residenceAlternee,
        YearMonth finMajoration,
        BigDecimal montant) {

    boolean droitMajoration() {
        return majoration.vrai("majoration");
    }

    /** The higher of the two amounts is used (CASF, L262-9). */
    boolean majorationRetenue() {
        return droitMajoration() && majore.compareTo(normal) > 0;
    }

    BigDecimal forfaitaire() {
        return majorationRetenue() ? majore : normal;
    }

    BigDecimal baseRessources() {
        return ressources.total().add(prestations);
    }

    BigDecimal montantAuCentime() {
        return auCentime(montant);
    }

    static BigDecimal auCentime(BigDecimal montant) {
        return montant.setScale(2, RoundingMode.HALF_UP);
    }
}
