package fr.jalon.agent;

/**
 * Somebody takes a whole table out of the application.
 *
 * @param quoi address of the export
 */
public record ExportFait(String quoi, Agent auteur) {}
