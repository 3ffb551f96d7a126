package fr.jalon.mobilite;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * An aid to mobility that the person received before.
 *
 * @param nature code, row of {@code aides-mobilite}
 * @param montant euros
 * @param le day of its decision
 */
public record AidePassee(String nature, BigDecimal montant, LocalDate le) {}
