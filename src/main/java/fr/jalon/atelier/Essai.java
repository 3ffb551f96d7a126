package fr.jalon.atelier;

import java.util.List;

/**
 * A dry run.
 *
 * @param fini true when every branch reached an end
 * @param etapes names of what was passed, in order, the last ones being what is waited for
 */
public record Essai(String id, String definition, String cle, boolean fini, List<String> etapes) {}
