package fr.jalon.mobilite;

import fr.jalon.commun.Centimes;
import fr.jalon.commun.Montant;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import java.time.LocalDate;

/** Whether a decision can be taken as it is said: its amount, and its motive where the law or the computation wants one (CRPA, L211-2). */
final class ControleDeLaDecision {

    private ControleDeLaDecision() {}

    /**
     * @param demande what the plan asks of the CCAS
     * @throws SaisieInvalide on {@code montant}, {@code motif}, {@code complement} or {@code seance}
     */
    static void verifier(DecisionAide decision, AideVue aide, Montant demande, LocalDate aujourdhui) {
        if (decision.seance() != null && decision.seance().isAfter(aujourdhui)) {
            throw new SaisieInvalide("seance", "Cette séance n’a pas encore eu lieu : vérifiez sa date.");
        }
        switch (decision.sens()) {
            case REFUS -> exigerMotif(decision, "Écrivez le motif : la personne le lit dans la lettre.");
            case A_COMPLETER -> {
                if (Textes.ouNull(decision.complement()) == null) {
                    throw new SaisieInvalide("complement", "Dites ce qui manque à la demande.");
                }
            }
            case ACCORD -> verifierAccord(decision, aide, demande);
        }
    }

    private static void verifierAccord(DecisionAide decision, AideVue aide, Montant demande) {
        if (decision.montant() == null) {
            throw new SaisieInvalide("montant", "Écrivez le montant accordé, en euros.");
        }
        Montant accorde = new Montant(Centimes.enEuros(decision.montant()));
        if (accorde.compareTo(demande) > 0) {
            throw new SaisieInvalide(
                    "montant", "L’aide ne dépasse pas ce que le plan demande au CCAS, " + demande.enFrancais() + ".");
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
