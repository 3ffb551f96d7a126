package fr.jalon.formation;

import fr.jalon.commun.Centimes;
import fr.jalon.commun.Montant;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;

/** Whether a decision can be taken as it is said: within the plan and the envelope, with its motive where one is due (CRPA, L211-2). */
final class ControleDecisionFormation {

    private ControleDecisionFormation() {}

    /**
     * Checks a decision.
     *
     * @param libre cents that are free in the envelope; none when no envelope bears a decision of today
     */
    static void verifier(DecisionFormation decision, FormationVue formation, Long libre) {
        switch (decision.sens()) {
            case REFUS -> exigerMotif(decision, "Écrivez le motif : la personne le lit dans la lettre.");
            case AJOURNEMENT -> {
                if (Textes.ouNull(decision.question()) == null) {
                    throw new SaisieInvalide("complement", "Écrivez la question : la personne la lit dans la lettre.");
                }
            }
            case ACCORD -> verifierAccord(decision, formation, libre);
        }
    }

    private static void verifierAccord(DecisionFormation decision, FormationVue formation, Long libre) {
        if (decision.montant() == null) {
            throw new SaisieInvalide("montant", "Écrivez le montant accordé, en euros.");
        }
        if (libre == null) {
            throw new SaisieInvalide("montant", "Aucune enveloppe ne porte les formations de cet exercice.");
        }
        Montant demande = new Montant(formation.proposition().demandeAuCcas());
        int ecart = new Montant(Centimes.enEuros(decision.montant())).compareTo(demande);
        if (ecart > 0) {
            throw new SaisieInvalide(
                    "montant", "Le plan demande " + demande.enFrancais() + " au CCAS : l’accord ne le dépasse pas.");
        }
        if (decision.montant() > libre) {
            throw new SaisieInvalide(
                    "montant", "L’enveloppe n’a plus que " + Centimes.enFrancais(libre) + " de libre.");
        }
        if (ecart != 0) {
            exigerMotif(decision, "Le montant n’est pas celui qui est demandé : écrivez pourquoi.");
        }
        if (!formation.proposition().droitOuvert()) {
            exigerMotif(decision, "Une condition n’est pas remplie : écrivez pourquoi vous accordez.");
        }
    }

    private static void exigerMotif(DecisionFormation decision, String message) {
        if (Textes.ouNull(decision.motif()) == null) {
            throw new SaisieInvalide("motif", message);
        }
    }
}
