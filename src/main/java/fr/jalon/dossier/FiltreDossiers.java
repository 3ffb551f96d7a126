package fr.jalon.dossier;

/**
 * Which dossiers to list; a null field does not filter.
 *
 * @param q words of the person's name or of the number
 */
public record FiltreDossiers(String dispositif, String antenne, EtatDossier etat, String q) {}
