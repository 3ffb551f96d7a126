package fr.jalon.decision;

/**
 * Why a rule answered what it did, for a person.
 *
 * @param regle id of the rule, or the reason code when no rule is concerned
 * @param article legal reference, null when there is none
 * @param texte French sentence in plain words
 * @param quiChangerait what would change the result, null when nothing would
 */
public record Explication(String regle, String article, String texte, String quiChangerait) {}
