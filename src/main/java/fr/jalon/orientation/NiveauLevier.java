package fr.jalon.orientation;

/**
 * What a mean says, in the words of the table {@code niveau-levier}.
 *
 * @param etat state of the screens, for example {@code attention}
 */
public record NiveauLevier(String code, String libelle, String etat, String conseil) {}
