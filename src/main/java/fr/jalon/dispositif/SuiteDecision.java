package fr.jalon.dispositif;

import fr.jalon.decision.EvaluationDecision;

/** The named bean of a rule task's end listener: keeps the answer in the feature and sets the flags that the path needs. */
@FunctionalInterface
public interface SuiteDecision {

    Variables noter(ContexteEtape contexte, EvaluationDecision evaluation);
}
