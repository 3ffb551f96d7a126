package fr.jalon.courrier;

/**
 * What a letter does in law, a row of {@code courriers/actes.csv}.
 *
 * @param signature whether somebody entitled must sign it before it leaves (CRPA, article L212-1)
 * @param certitude A, B, C or U; below B the row is to be confirmed
 */
public record ActeCourrier(String code, String libelle, boolean signature, String source, String certitude) {}
