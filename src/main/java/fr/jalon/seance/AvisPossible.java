package fr.jalon.seance;

/**
 * An opinion that may be given.
 *
 * @param tranche whether it answers the question; otherwise the case goes to another session
 * @param motifUsuel the reason that is written beforehand, null when it has to be written each time
 */
public record AvisPossible(String code, String libelle, boolean tranche, String motifUsuel) {}
