package fr.jalon.formation;

import fr.jalon.financement.SourceDemandee;
import java.math.BigDecimal;
import java.util.List;

/**
 * A request, as the référent and the person built it.
 *
 * @param levier of the pact, row of {@code mots-formation}
 * @param projet in words that the person may read
 * @param cout euros, above zero, at most two decimals
 * @param droitCommun why no common-law funding suffices
 * @param plan who pays what; the CCAS takes what the others leave unless it is written
 * @param pieces codes of the pieces that were given, of {@code pieces-formation}
 */
public record DemandeFormation(
        String levier,
        String projet,
        FormationVisee formation,
        OrganismeFormation organisme,
        BigDecimal cout,
        String droitCommun,
        List<FinanceurSollicite> plan,
        FaitsFormation faits,
        List<String> pieces) {

    public DemandeFormation {
        plan = List.copyOf(plan);
        pieces = List.copyOf(pieces);
    }

    List<SourceDemandee> sources() {
        return plan.stream().map(FinanceurSollicite::source).toList();
    }

    DemandeFormation avec(FormationVisee autre) {
        return new DemandeFormation(levier, projet, autre, organisme, cout, droitCommun, plan, faits, pieces);
    }
}
