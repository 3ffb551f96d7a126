package fr.jalon.orientation;

import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import fr.jalon.usager.Naissance;

/**
 * A kind of organisation that may be a référent: a row of the table {@code nature-referente}.
 *
 * @param article before its name inside a sentence, null when there is none
 * @param ageMin youngest age that it accompanies, in years; null when the table gives none
 * @param ageMax oldest one, in whole years; null when the table gives none
 */
record NatureReferente(String article, Integer ageMin, Integer ageMax) {

    static NatureReferente de(RegleDeclenchee regle) {
        return new NatureReferente(regle.texte("article"), ans(regle, "ageMin"), ans(regle, "ageMax"));
    }

    private static Integer ans(RegleDeclenchee regle, String colonne) {
        return regle.sorties().get(colonne) instanceof Number n ? (Integer) n.intValue() : null;
    }

    /** An age that is not known to the year excludes nobody, unless every age that it may be does. */
    boolean accompagne(Naissance.Age age) {
        return (ageMin == null || age.max() >= ageMin) && (ageMax == null || age.min() <= ageMax);
    }

    /** "de 16 à 25 ans", "jusqu'à 25 ans", "à partir de 16 ans"; never asked when the table bounds nothing. */
    String ages() {
        if (ageMin == null) {
            return "jusqu'à " + ageMax + " ans";
        }
        return ageMax == null ? "à partir de " + ageMin + " ans" : "de " + ageMin + " à " + ageMax + " ans";
    }
}
