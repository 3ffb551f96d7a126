package fr.jalon.dispositif;

/**
 * The small named bean behind a service task: maps in, calls a feature, maps out. Its bean name is the name in the
 * model's {@code camunda:delegateExpression}. It has no outside effect: what leaves the house goes through an outbox.
 * It may run again after a failure, so its effects are keyed by {@link ContexteEtape#cleUnique(String)}.
 */
@FunctionalInterface
public interface Delegue {

    /** Does the step's work and answers the variables that it sets. An exception undoes everything, is tried again, then becomes an incident. */
    Variables executer(ContexteEtape contexte);
}
