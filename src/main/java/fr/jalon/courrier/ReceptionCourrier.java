package fr.jalon.courrier;

import fr.jalon.commun.JoursOuvres;
import fr.jalon.decision.Decisions;
import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The day on which a letter that was sent is held to be received as long as nothing proves it, by the table
 * {@code reception-courriers}. What runs against a person runs from there, never from the writing.
 */
@Component
public class ReceptionCourrier {

    private static final String TABLE = "reception-courriers";

    private final Decisions decisions;

    ReceptionCourrier(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * @param envoi day on which it left
     * @throws IllegalStateException when the table has no row for the way of sending
     */
    public LocalDate presumee(LocalDate envoi, ModeRemise mode) {
        RegleDeclenchee regle = decisions
                .evaluer(TABLE, Map.of("modeRemise", mode.name(), "jour", envoi))
                .unique()
                .orElseThrow(() -> new IllegalStateException(TABLE + " n'a pas de ligne pour " + mode));
        return JoursOuvres.ajouter(envoi, ((Number) regle.sorties().get("joursPresumes")).intValue());
    }
}
