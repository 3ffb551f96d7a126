package fr.jalon.dispositif;

/**
 * Which process carries which dispositif.
 *
 * @param dispositif for example {@code RSA}
 * @param cle process id, for example {@code instruction-rsa}
 */
public record DefinitionParcours(String dispositif, String cle) {}
