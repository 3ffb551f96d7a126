package fr.jalon.commun;

/**
 * What is wrong with one field of an input.
 *
 * @param champ path of the field as the caller wrote it, for example {@code adultes[0].age}; empty for the whole input
 * @param message French sentence that says what to do
 */
public record ErreurChamp(String champ, String message) {}
