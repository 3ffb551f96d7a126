package fr.jalon.mobilite;

import fr.jalon.financement.SourceDemandee;
import java.math.BigDecimal;
import java.util.List;

/**
 * An aid, as somebody asks it.
 *
 * @param nature code, row of {@code aides-mobilite}
 * @param cout euros, above zero, at most two decimals
 * @param plan who pays what; null or empty asks everything of the CCAS
 * @param faits what is known of the person; null knows nothing
 */
public record AideDemandee(String nature, BigDecimal cout, List<SourceDemandee> plan, FaitsMobilite faits) {}
