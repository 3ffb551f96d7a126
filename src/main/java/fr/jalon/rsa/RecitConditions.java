package fr.jalon.rsa;

import fr.jalon.decision.Explication;
import fr.jalon.decision.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells the conditions of the right: the reason, the facts looked at, the article, what would change it. */
class RecitConditions {

    private static final String PREFIXE_FAITS = "FAIT_";

    private final Droit droit;
    private final Narration narration;
    private final Tables tables;

    RecitConditions(Droit droit, Narration narration, Tables tables) {
        this.droit = droit;
        this.narration = narration;
        this.tables = tables;
    }

    void raconter() {
        if (droit.duConjoint()) {
            narration.etape("LUES_POUR_LE_CONJOINT", Map.of());
        }
        Map<String, String> mots = mots(droit.faitsBeneficiaire());
        for (ConditionVerifiee condition : droit.conditions()) {
            narration.ajouter(new Explication(
                    condition.regle(),
                    condition.article(),
                    condition.texte() + faits(condition.code(), mots),
                    condition.quiChangerait()));
            if (condition.aConfirmer()) {
                narration.aConfirmer("CONFIRMER_CONDITION", Map.of("texte", condition.texte()));
            }
        }
        autresAdultes();
    }

    private void autresAdultes() {
        if (!droit.ouvert()) {
            return;
        }
        Map<Boolean, List<ConditionVerifiee>> manques = droit.manquesDesAutres();
        if (!manques.get(true).isEmpty()) {
            narration.etape("ADULTE_NON_COMPTE", autre(manques.get(true)));
            narration.aConfirmer("CONFIRMER_CONJOINT", Map.of());
        } else if (!manques.get(false).isEmpty()) {
            // Nobody is said to meet what was not asked
            narration.etape(droit.rempli() ? "AUTRE_ADULTE" : "AUTRE_ADULTE_A_DEMANDER", autre(manques.get(false)));
        }
    }

    /** Who the other adult is, and what it does not meet: "vous" in these reasons is that adult. */
    private Map<String, String> autre(List<ConditionVerifiee> manques) {
        return Map.of(
                "qui",
                narration.phrase(droit.duConjoint() ? "QUI_DEMANDE" : "QUI_CONJOINT", Map.of()),
                "raison",
                raisons(manques));
    }

    private static String raisons(List<ConditionVerifiee> conditions) {
        return conditions.stream().map(c -> "«\u00a0" + c.texte() + "\u00a0»").collect(Collectors.joining(" "));
    }

    /** The facts of a condition are told when the table of sentences has a line for them. */
    private String faits(String condition, Map<String, String> mots) {
        return tables.ligneSiConnue("explications-rsa", Map.of("etape", PREFIXE_FAITS + condition))
                .map(l -> " " + narration.phrase(PREFIXE_FAITS + condition, mots))
                .orElse("");
    }

    private Map<String, String> mots(FaitsAdulte faits) {
        Map<String, String> mots = new HashMap<>();
        mots.put("age", narration.mot(faits.age()));
        mots.put("enfant", narration.mot(faits.enfantACharge()));
        mots.put("heures", narration.mot(faits.heuresTravaillees()));
        mots.put("nationalite", narration.mot(faits.nationalite()));
        mots.put("annees", narration.mot(faits.anneesTitre()));
        mots.put("etudiant", narration.mot(faits.etudiant()));
        mots.put("majoration", narration.mot(faits.majorationIsolement()));
        mots.put("conge", narration.mot(faits.enConge()));
        mots.put("residence", narration.mot(faits.residenceStable()));
        mots.put("moisEtranger", narration.mot(faits.moisEtranger()));
        mots.put("droits", narration.mot(faits.droitsPrioritairesDemandes()));
        mots.put("droitSejour", narration.mot(faits.droitSejourEuropeen()));
        mots.put("presence", narration.mot(faits.presentCeMois()));
        mots.put("parentIsole", narration.mot(faits.parentIsole()));
        mots.put("pension", narration.mot(faits.pensionAlimentaireDemandee()));
        return mots;
    }
}
