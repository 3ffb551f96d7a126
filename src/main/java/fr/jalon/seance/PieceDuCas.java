package fr.jalon.seance;

/**
 * A supporting document of a case.
 *
 * @param type code, by which its files are found
 * @param etat where it stands, in words
 */
public record PieceDuCas(String type, String libelle, String etat) {}
