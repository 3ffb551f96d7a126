package fr.jalon.formation;

/**
 * What became of the person.
 *
 * @param mois months after the end of the training
 * @param devenir row of {@code mots-formation}, list {@code DEVENIR}
 */
public record ResultatFormation(int mois, String devenir) {}
