package fr.jalon.rsa;

import fr.jalon.decision.Confirmations;
import fr.jalon.decision.Tables;
import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Component;

/** Conditions of the right for a declared foyer, with everything that an instructeur and a letter need to explain them. */
@Component
class EligibiliteDuFoyer {

    private final Tables tables;
    private final EligibiliteRsa eligibilite;
    private final Confirmations confirmations;

    EligibiliteDuFoyer(Tables tables, EligibiliteRsa eligibilite, Confirmations confirmations) {
        this.tables = tables;
        this.eligibilite = eligibilite;
        this.confirmations = confirmations;
    }

    /**
     * Conditions of the adult who opens the right, or comes closest to it.
     *
     * @param moisDepuisDepot whole months since the claim: other rights are to be claimed within some of them (CASF, R262-46)
     */
    List<ConditionVerifiee> conditions(DemandeSimulation situation, int moisDepuisDepot) {
        return droit(situation, moisDepuisDepot).conditions();
    }

    /** Whose conditions {@link #conditions} are, the facts they come from, and what is found for the other adult. */
    LectureDuFoyer lecture(DemandeSimulation situation, int moisDepuisDepot) {
        Droit droit = droit(situation, moisDepuisDepot);
        FaitsAdulte faits = droit.faitsBeneficiaire();
        return new LectureDuFoyer(
                faits.entrees(eligibilite.groupe(faits.nationalite())), droit.duConjoint(), droit.conditionsDeLAutre());
    }

    /**
     * Yes, no, or null while a fact is to be asked. A condition to confirm refuses nothing by itself, unless its source was not sure and
     * somebody confirmed it.
     */
    Boolean verdict(List<ConditionVerifiee> conditions) {
        boolean refusee = conditions.stream()
                .anyMatch(c ->
                        c.manque() && (!c.aConfirmer() || confirmations.confirmee(EligibiliteRsa.TABLE, c.regle())));
        return refusee ? Boolean.FALSE : EligibiliteRsa.estEligible(conditions) ? Boolean.TRUE : null;
    }

    private Droit droit(DemandeSimulation situation, int moisDepuisDepot) {
        Bareme bareme = Bareme.du(YearMonth.parse(situation.mois()), situation.montantBase(), tables);
        Foyer foyer = new Foyer(situation, bareme, tables);
        CalculMontant calcul = new CalculMontant(foyer, bareme, tables);
        int enfants = foyer.enfants().size();
        return Droit.verifier(foyer, enfants, calcul.majoration(enfants), moisDepuisDepot, eligibilite);
    }
}
