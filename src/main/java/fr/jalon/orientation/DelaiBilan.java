package fr.jalon.orientation;

import fr.jalon.decision.Decisions;
import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** When the accompaniment is reviewed together, by the table {@code delai-bilan} (CASF, art. L262-31 and D262-65-2-1). */
@Component
class DelaiBilan {

    private static final String TABLE = "delai-bilan";

    private final Decisions decisions;

    DelaiBilan(Decisions decisions) {
        this.decisions = decisions;
    }

    /** @param raison why this day, with its article */
    record Bilan(LocalDate jour, String raison) {}

    /**
     * The day of the review: the longest time that a row gives, never after the end of the contract.
     *
     * @param faits facts of the orientation, by input name
     */
    Bilan prevoir(Map<String, Object> faits, Parcours parcours, ContratEngagement contrat) {
        Map<String, Object> entrees = new HashMap<>(faits);
        entrees.put("parcours", parcours.name());
        entrees.put(
                "exemption",
                contrat.exemption() == null ? null : contrat.exemption().name());
        RegleDeclenchee retenue = decisions.evaluer(TABLE, entrees).regles().stream()
                .max(Comparator.comparingInt(DelaiBilan::mois))
                .orElseThrow(() -> new IllegalStateException(TABLE + " n'a pas de ligne pour " + parcours));
        LocalDate legal = contrat.signeLe().plusMonths(mois(retenue));
        return contrat.fin().isBefore(legal)
                ? new Bilan(contrat.fin(), "Avant la fin du contrat.")
                : new Bilan(legal, retenue.texte("raison") + " (" + retenue.annotation() + ")");
    }

    private static int mois(RegleDeclenchee r) {
        return ((Number) r.sorties().get("mois")).intValue();
    }
}
