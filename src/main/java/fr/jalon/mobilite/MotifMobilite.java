package fr.jalon.mobilite;

/**
 * Why the aid is not possible as asked.
 *
 * @param code condition, of {@code conditions-aide-mobilite}
 * @param texte said to the person
 * @param quiChangerait what would change the answer
 */
public record MotifMobilite(String code, String texte, String quiChangerait) {}
