package fr.jalon.rsa;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * Facts about one adult on which the conditions of the RSA rest. A fact may be null: the table then answers that it is
 * supposed or missing.
 *
 * @param enfantACharge has a child counted in the foyer, or expects one
 * @param majorationIsolement has a right to the lone-parent increase
 * @param anneesTitre years of a permit that allows work; for a European, years of residence in France
 */
public record FaitsAdulte(
        Integer age,
        boolean enfantACharge,
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
        Boolean droitsPrioritairesDemandes) {

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
        return entrees;
    }
}
