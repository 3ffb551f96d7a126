package fr.jalon.rsa;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.jalon.decision.Explication;
import java.math.BigDecimal;
import java.util.List;

/**
 * Estimate of the RSA and its explanation. Amounts in euros, to the cent, half up; the rounding comes last.
 *
 * @param droitOuvert no condition is unmet and an amount is due; what is to be asked stands in {@code conditions} and {@code aConfirmer}
 * @param montant monthly amount, 0 when the right is not open
 * @param montantForfaitaire amount of the foyer before any deduction
 * @param forfaitLogement deducted for housing
 * @param baseRessources deducted for resources
 * @param majorationIsolement the increased amount of a lone parent was used
 * @param enfantsComptes children counted in the foyer
 * @param majorationJusquA last month of the increased amount, {@code 2026-11}, absent when it is not due or its end is not known
 * @param conditions one line per condition of the right
 * @param explications each rule used, in the order of the computation
 * @param aConfirmer what was supposed, or rests on a figure that is not certain
 */
public record ResultatSimulation(
        boolean droitOuvert,
        BigDecimal montant,
        BigDecimal montantForfaitaire,
        BigDecimal forfaitLogement,
        BigDecimal baseRessources,
        boolean majorationIsolement,
        int enfantsComptes,
        @JsonInclude(JsonInclude.Include.NON_NULL) String majorationJusquA,
        List<Condition> conditions,
        List<Explication> explications,
        List<String> aConfirmer) {

    public ResultatSimulation {
        conditions = List.copyOf(conditions);
        explications = List.copyOf(explications);
        aConfirmer = List.copyOf(aConfirmer);
    }

    /** A condition of the right, met, not met, or null when a fact is to be asked, with its legal reference and its reason in French. */
    public record Condition(String code, Boolean respectee, String article, String texte) {}
}
