package fr.jalon.demonstration;

import fr.jalon.dossier.Signalement;
import java.util.List;
import java.util.Map;

/**
 * One act of a scenario of the demonstration, in {@code scenarios.json}.
 *
 * @param etape element id of the step at which it happens
 * @param agent log-in name of who acts
 * @param pieces what happens to the pieces first, null for nothing
 * @param diagnostic how each lever goes, from 0 to 3, in order; null for nothing
 * @param rendezVousPasse whether the first appointment is over when the act happens: nobody waits for it
 * @param lettrePartie whether the letter that gives this appointment left before the act: nobody is absent from one that she was never told
 * @param prendre whether the agent takes the task and stops there
 * @param donnees data of the step's form, null when the step is not done
 */
record ActeDeScenario(
        String etape,
        String agent,
        Pieces pieces,
        List<Integer> diagnostic,
        boolean rendezVousPasse,
        boolean lettrePartie,
        boolean prendre,
        Map<String, Object> donnees,
        Signalement signalement,
        String motif) {

    private static final String AGENT = "instructeur.kleber";

    enum Pieces {
        PREMIERE_RECUE,
        PREMIERE_ACCEPTEE,
        TOUTES
    }

    ActeDeScenario {
        agent = agent == null ? AGENT : agent;
    }
}
