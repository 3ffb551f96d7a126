package fr.jalon.seance;

/**
 * An opinion that may be given.
 *
 * @param tranche whether it answers the question; otherwise the case goes to another session
 */
public record AvisPossible(String code, String libelle, boolean tranche) {}
