package fr.jalon.corbeille;

/**
 * What became of one task of a lot.
 *
 * @param etat {@code A} waits, {@code F} done, {@code R} refused
 * @param raison why not, null otherwise
 */
public record LigneDeLot(int rang, String tacheId, String numero, String libelle, String etat, String raison) {}
