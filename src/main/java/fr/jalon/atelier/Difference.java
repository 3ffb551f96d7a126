package fr.jalon.atelier;

/**
 * What differs between two versions of a model.
 *
 * @param element where, in words
 * @param quoi what, in words
 * @param avant empty when it is new
 * @param apres empty when it is gone
 */
public record Difference(String element, String quoi, String avant, String apres) {}
