package fr.jalon.rsa;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Conditions of the right for a declared foyer, with everything that an instructeur and a letter need to explain them. */
@Component
class EligibiliteDuFoyer {

    private final TablesRsa tables;
    private final EligibiliteRsa eligibilite;

    EligibiliteDuFoyer(TablesRsa tables, EligibiliteRsa eligibilite) {
        this.tables = tables;
        this.eligibilite = eligibilite;
    }

    /** Conditions of the adult who opens the right, or comes closest to it. */
    List<ConditionVerifiee> conditions(DemandeSimulation situation) {
        return droit(situation).conditions();
    }

    /** Inputs of the table {@code eligibilite-rsa} for the claimant. */
    Map<String, Object> faitsDuDemandeur(DemandeSimulation situation) {
        FaitsAdulte faits = droit(situation).faits().get(0);
        return faits.entrees(eligibilite.groupe(faits.nationalite()));
    }

    private Droit droit(DemandeSimulation situation) {
        Bareme bareme = Bareme.du(YearMonth.parse(situation.mois()), situation.montantBase(), tables);
        Foyer foyer = new Foyer(situation, bareme, tables);
        CalculMontant calcul = new CalculMontant(foyer, bareme, tables);
        int enfants = foyer.enfants().size();
        return Droit.verifier(foyer, enfants, calcul.majoration(enfants), eligibilite);
    }
}
