package fr.jalon.decision;

import java.util.Map;

/** Port to the engine for tables that are not published: the same language as in production, nothing is deployed, written or kept. */
public interface EssaisDeTables {

    /** A table ready to answer. Not for several threads at once. */
    interface Table {

        /**
         * @param faits facts by name; dates are {@link java.time.LocalDate}
         * @throws EvaluationImpossible when they have a type that the table cannot use
         */
        EvaluationDecision evaluer(Map<String, Object> faits);
    }

    /**
     * Reads a file of decisions.
     *
     * @param cle id of the decision in the file
     * @throws EvaluationImpossible when the engine does not read it
     */
    Table preparer(String cle, byte[] dmn);
}
