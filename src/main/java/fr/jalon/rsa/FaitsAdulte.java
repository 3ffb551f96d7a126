package fr.jalon.rsa;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * Facts about one adult on which the conditions of the RSA rest. A fact that is null was not asked: the table then answers that it
 * is to be asked, never no.
 *
 * @param enfantACharge has a child counted in the foyer, or expects one
 * @param presentCeMois spends the whole month of the right in France
 * @param parentIsole raises a child alone: alimony is to be claimed
 * @param moisDepuisDepot whole months since the claim, null for a simulation
 * @param majorationIsolement has a right to the lone-parent increase
 * @param anneesTitre years of a permit that allows work; for a European, years of residence in France
 */
public record FaitsAdulte(
        Integer age,
        Boolean enfantACharge,
        BigDecimal heuresTravaillees,
        boolean majorationIsolement,
        String nationalite,
        String statutSejour,
        BigDecimal anneesTitre,
        Boolean etudiant,
        Boolean stagiaireFormation,
        Boolean enConge,
        Boolean residenceStable,
        Integer moisEtranger,
        Boolean droitsPrioritairesDemandes,
        String droitSejourEuropeen,
        Boolean presentCeMois,
        boolean parentIsole,
        Boolean pensionAlimentaireDemandee,
        Integer moisDepuisDepot,
        boolean serviceCivique) {

    /** Inputs of {@code eligibilite-rsa}. */
    Map<String, Object> entrees(String groupeNationalite) {
        Map<String, Object> entrees = new HashMap<>();
        entrees.put("ageDemandeur", age);
        entrees.put("enfantACharge", enfantACharge);
        entrees.put("heuresTravaillees", heuresTravaillees);
        entrees.put("majorationIsolement", majorationIsolement);
        entrees.put("groupeNationalite", groupeNationalite);
        entrees.put("statutSejour", statutSejour);
        entrees.put("anneesTitre", anneesTitre);
        entrees.put("etudiant", etudiant);
        entrees.put("stagiaireFormation", stagiaireFormation);
        entrees.put("enConge", enConge);
        entrees.put("residenceStable", residenceStable);
        entrees.put("moisEtranger", moisEtranger);
        entrees.put("droitsPrioritairesDemandes", droitsPrioritairesDemandes);
        entrees.put("droitSejourEuropeen", droitSejourEuropeen);
        entrees.put("presentCeMois", presentCeMois);
        entrees.put("parentIsole", parentIsole);
        entrees.put("pensionAlimentaireDemandee", pensionAlimentaireDemandee);
        entrees.put("moisDepuisDepot", moisDepuisDepot);
        entrees.put("serviceCivique", serviceCivique);
        return entrees;
    }
}
