package fr.jalon.moteur.camunda;

import java.util.List;

/**
 * Files deployed together: a process with the decisions and forms that it binds to, or one decision that stands alone.
 *
 * @param nom stable name, the id of its main model
 * @param fichiers file names, the main model first
 */
record Lot(String nom, List<String> fichiers) {}
