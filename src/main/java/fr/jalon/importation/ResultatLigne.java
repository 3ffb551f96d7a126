package fr.jalon.importation;

import java.util.UUID;

/**
 * What writing a row made.
 *
 * @param dossierId null when no dossier is concerned
 * @param antenne antenne that received it; it may be another than the author's
 */
public record ResultatLigne(UUID dossierId, String numero, String antenne, String texte) {}
