package fr.jalon.dispositif;

import java.util.Map;

/**
 * The named bean of a rule task's start listener: the facts that its decision needs. They live for the transaction only
 * and are never stored as path variables.
 */
@FunctionalInterface
public interface FaitsDecision {

    /** Facts by input name; a null value means unknown. */
    Map<String, Object> faits(ContexteEtape contexte);
}
