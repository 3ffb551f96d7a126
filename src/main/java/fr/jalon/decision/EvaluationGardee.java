package fr.jalon.decision;

import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One evaluation of a table for a dossier, as it was.
 *
 * @param cle decision id
 * @param version version of the table that answered
 * @param quand instant of the act that asked
 * @param faits what the table could read, by name; dates as {@code 2026-05-31}
 * @param regles fired rules, with their annotation of then
 * @param requises fired rules of the tables that it requires, by id
 * @param valeurs what its expressions were worth, by name
 */
public record EvaluationGardee(
        String cle,
        int version,
        Instant quand,
        Map<String, Object> faits,
        List<RegleDeclenchee> regles,
        Map<String, List<RegleDeclenchee>> requises,
        Map<String, Object> valeurs) {}
