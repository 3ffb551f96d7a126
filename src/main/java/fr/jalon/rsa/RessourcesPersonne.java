package fr.jalon.rsa;

import java.math.BigDecimal;
import java.util.function.Consumer;

/**
 * Monthly resources of one person that count, unrounded.
 *
 * @param total all that counts
 * @param activite the part that comes from work
 * @param recit tells how each resource was counted
 */
record RessourcesPersonne(BigDecimal total, BigDecimal activite, Consumer<Narration> recit) {

    static final RessourcesPersonne AUCUNE = new RessourcesPersonne(BigDecimal.ZERO, BigDecimal.ZERO, n -> {});

    RessourcesPersonne plus(RessourcesPersonne autre) {
        return new RessourcesPersonne(total.add(autre.total), activite.add(autre.activite), recit.andThen(autre.recit));
    }

    /** What is deducted from the right: before 2016 a part of the work income was left on top. */
    BigDecimal deduites(Bareme bareme) {
        return total.subtract(activite.multiply(bareme.parametres().decimal("partActiviteConservee")));
    }
}
