package fr.jalon.importation;

import java.time.Instant;

/**
 * A title matched by hand.
 *
 * @param forme the title without what does not count
 * @param colonne name of the column; empty when it is not to be read
 */
public record TitreRapproche(String forme, String titre, String colonne, String auteurNom, Instant noteLe) {}
