package fr.jalon.mobilite;

import fr.jalon.commun.Centimes;
import fr.jalon.commun.Montant;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;

/** Whether a decision can be taken as it is said: its amount, and its motive where the law or the computation wants one (CRPA, L211-2). */
final class ControleDeLaDecision {

    private ControleDeLaDecision() {}

    static void verifier(DecisionAide decision, AideVue aide) {
        switch (decision.sens()) {
            case REFUS -> exigerMotif(decision, "Écrivez le motif : la personne le lit dans la lettre.");
            case A_COMPLETER -> {
                if (Textes.ouNull(decision.complement()) == null) {
                    throw new SaisieInvalide("complement", "Dites ce qui manque à la demande.");
                }
            }
            case ACCORD -> verifierAccord(decision, aide);
        }
    }

    private static void verifierAccord(DecisionAide decision, AideVue aide) {
        if (decision.montant() == null) {
            throw new SaisieInvalide("montant", "Écrivez le montant accordé, en euros.");
        }
        Montant accorde = new Montant(Centimes.enEuros(decision.montant()));
        Montant cout = new Montant(aide.instruction().demande().cout());
        if (accorde.compareTo(cout) > 0) {
            throw new SaisieInvalide("montant", "L’aide ne dépasse pas le coût, " + cout.enFrancais() + ".");
        }
        if (accorde.compareTo(new Montant(aide.proposition().montant())) != 0) {
            exigerMotif(decision, "Le montant n’est pas celui du calcul : écrivez pourquoi.");
        }
    }

    private static void exigerMotif(DecisionAide decision, String message) {
        if (Textes.ouNull(decision.motif()) == null) {
            throw new SaisieInvalide("motif", message);
        }
    }
}
