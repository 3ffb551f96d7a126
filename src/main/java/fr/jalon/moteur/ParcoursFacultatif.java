package fr.jalon.moteur;

/**
 * A path that is started beside another, from a dossier: its model says so.
 *
 * @param dispositif its code, also the first letters of its numbers
 * @param libelle name of the model
 * @param description documentation of the model
 */
public record ParcoursFacultatif(String dispositif, String libelle, String description) {}
