package fr.jalon.rsa;

import fr.jalon.decision.Ligne;
import fr.jalon.rsa.DemandeSimulation.Adulte;
import fr.jalon.rsa.DemandeSimulation.Ressource;
import java.time.YearMonth;
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
 * @param beneficiaire rank of the adult whose conditions are shown: the first eligible one, else the closest to it; what nobody asked
 *     of one is closer to it than a no of the other
 * @param faits facts of each adult
 */
record Droit(List<List<ConditionVerifiee>> parAdulte, int beneficiaire, List<FaitsAdulte> faits) {

    /** A person in civic service: its payment, as the table {@code ressources-rsa} names it. */
    private static final String SERVICE_CIVIQUE = "SERVICE_CIVIQUE";

    /** @param moisDepuisDepot whole months since the claim, null for a simulation */
    static Droit verifier(
            Foyer foyer, int enfantsComptes, Ligne majoration, Integer moisDepuisDepot, EligibiliteRsa eligibilite) {
        Boolean enfantACharge = enfantsComptes > 0 ? Boolean.TRUE : foyer.enceinte();
        boolean parentIsole = foyer.isole() && enfantsComptes > 0;
        List<FaitsAdulte> faits = foyer.adultes().stream()
                .map(a -> faits(
                        a,
                        foyer.moisDuDroit(),
                        enfantACharge,
                        majoration.vrai("majoration"),
                        parentIsole,
                        moisDepuisDepot))
                .toList();
        boolean enCouple = faits.size() > 1;
        List<List<ConditionVerifiee>> parAdulte =
                faits.stream().map(f -> eligibilite.verifier(f, enCouple)).toList();
        int beneficiaire = IntStream.range(0, parAdulte.size())
                .boxed()
                .min(Comparator.comparing((Integer rang) -> !EligibiliteRsa.estEligible(parAdulte.get(rang)))
                        .thenComparing(rang -> !EligibiliteRsa.peutEtreEligible(parAdulte.get(rang)))
                        .thenComparing(rang -> estRefuse(parAdulte.get(rang)))
                        .thenComparing(rang -> manquantes(parAdulte.get(rang)))
                        .thenComparing(rang -> rang))
                .orElseThrow();
        return new Droit(parAdulte, beneficiaire, faits);
    }

    private static FaitsAdulte faits(
            Adulte a,
            YearMonth mois,
            Boolean enfantACharge,
            boolean majoration,
            boolean parentIsole,
            Integer moisDepuisDepot) {
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
                a.droitsPrioritairesDemandes(),
                a.droitSejourEuropeen(),
                a.moisDePresence() == null ? null : a.moisDePresence().contains(mois.toString()),
                parentIsole,
                a.pensionAlimentaireDemandee(),
                moisDepuisDepot,
                a.ressources().stream().anyMatch(Droit::serviceCivique));
    }

    private static boolean serviceCivique(Ressource ressource) {
        return SERVICE_CIVIQUE.equals(ressource.type()) && !Boolean.TRUE.equals(ressource.interrompue());
    }

    /** A no from facts that were asked and from a rule that is sure. */
    private static boolean estRefuse(List<ConditionVerifiee> conditions) {
        return conditions.stream().anyMatch(c -> c.manque() && !c.aConfirmer());
    }

    private static long manquantes(List<ConditionVerifiee> conditions) {
        return conditions.stream().filter(c -> !c.remplie()).count();
    }

    /** No condition is unmet: what is to be asked is told beside, and never refuses. */
    boolean ouvert() {
        return EligibiliteRsa.peutEtreEligible(conditions());
    }

    /** Conditions of the adult who opens the right, or who comes closest to it. */
    List<ConditionVerifiee> conditions() {
        return parAdulte.get(beneficiaire);
    }

    /** Whether these are the conditions of the partner of who claims. */
    boolean duConjoint() {
        return beneficiaire > 0;
    }

    /** Whether the adult whose conditions are shown meets them all: nothing is to be asked of it. */
    boolean rempli() {
        return EligibiliteRsa.estEligible(conditions());
    }

    /** Conditions of the other adult, empty for somebody alone. */
    List<ConditionVerifiee> conditionsDeLAutre() {
        return IntStream.range(0, parAdulte.size())
                .filter(rang -> rang != beneficiaire)
                .mapToObj(parAdulte::get)
                .findFirst()
                .orElse(List.of());
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
        return conditionsDeLAutre().stream()
                .filter(ConditionVerifiee::manque)
                .collect(Collectors.partitioningBy(ConditionVerifiee::exclutDuFoyer));
    }

    private boolean estExclu(int rang) {
        return parAdulte.get(rang).stream().anyMatch(ConditionVerifiee::exclutDuFoyer);
    }
}
