package fr.jalon.rsa;

import fr.jalon.rsa.DemandeSimulation.Adulte;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Who in the foyer meets the conditions. One adult who meets them all opens the right; a partner who does not meet the
 * conditions of stay or of leave is then not counted (CASF, L262-5).
 *
 * @param parAdulte conditions of each adult, in their order
 * @param beneficiaire rank of the adult whose conditions are shown: the first eligible one, else the closest to it
 * @param faits facts of each adult
 */
record Droit(List<List<ConditionVerifiee>> parAdulte, int beneficiaire, List<FaitsAdulte> faits) {

    static Droit verifier(Foyer foyer, int enfantsComptes, Ligne majoration, EligibiliteRsa eligibilite) {
        boolean enfantACharge = enfantsComptes > 0 || foyer.enceinte();
        List<FaitsAdulte> faits = foyer.adultes().stream()
                .map(a -> faits(a, enfantACharge, majoration.vrai("majoration")))
                .toList();
        List<List<ConditionVerifiee>> parAdulte =
                faits.stream().map(eligibilite::verifier).toList();
        int beneficiaire = IntStream.range(0, parAdulte.size())
                .boxed()
                .min(Comparator.comparing((Integer rang) -> !EligibiliteRsa.estEligible(parAdulte.get(rang)))
                        .thenComparing(rang -> manquantes(parAdulte.get(rang)))
                        .thenComparing(rang -> rang))
                .orElseThrow();
        return new Droit(parAdulte, beneficiaire, faits);
    }

    private static FaitsAdulte faits(Adulte a, boolean enfantACharge, boolean majoration) {
        return new FaitsAdulte(
                a.age(),
                enfantACharge,
                a.heuresTravaillees3Ans(),
                majoration,
                a.nationalite(),
                a.statutSejour(),
                a.anneesTitre(),
                a.etudiant(),
                a.stagiaireFormation(),
                a.enConge(),
                a.residenceStable(),
                a.moisEtranger(),
                a.droitsPrioritairesDemandes());
    }

    private static long manquantes(List<ConditionVerifiee> conditions) {
        return conditions.stream().filter(c -> !c.respectee()).count();
    }

    boolean ouvert() {
        return EligibiliteRsa.estEligible(conditions());
    }

    /** Conditions of the adult who opens the right, or who comes closest to it. */
    List<ConditionVerifiee> conditions() {
        return parAdulte.get(beneficiaire);
    }

    FaitsAdulte faitsBeneficiaire() {
        return faits.get(beneficiaire);
    }

    /** Ranks of the adults counted: without an eligible adult, everybody, so that the estimate stays readable. */
    List<Integer> adultesComptes() {
        return IntStream.range(0, parAdulte.size())
                .filter(rang -> !ouvert() || rang == beneficiaire || !estExclu(rang))
                .boxed()
                .toList();
    }

    /** Unmet conditions of the other adult, by whether they put it out of the foyer. */
    Map<Boolean, List<ConditionVerifiee>> manquesDesAutres() {
        return IntStream.range(0, parAdulte.size())
                .filter(rang -> rang != beneficiaire)
                .boxed()
                .flatMap(rang -> parAdulte.get(rang).stream())
                .filter(c -> !c.respectee())
                .collect(Collectors.partitioningBy(ConditionVerifiee::exclutDuFoyer));
    }

    private boolean estExclu(int rang) {
        return parAdulte.get(rang).stream().anyMatch(ConditionVerifiee::exclutDuFoyer);
    }
}
