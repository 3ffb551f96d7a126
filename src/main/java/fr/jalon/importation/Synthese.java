package fr.jalon.importation;

import java.util.Map;

/**
 * Rows of an import that would give the same thing.
 *
 * @param reperes the marks, by name; a mark that these rows lack is absent
 */
public record Synthese(Map<String, String> reperes, long lignes) {}
