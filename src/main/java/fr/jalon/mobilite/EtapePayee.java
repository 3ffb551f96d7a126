package fr.jalon.mobilite;

/**
 * A step of an aid and what is paid at it.
 *
 * @param code row of {@code etapes-aide-mobilite}
 * @param centimes of what was granted
 */
public record EtapePayee(String code, String libelle, long centimes) {}
