/** The dossier, its tasks, its pieces and its letters. */
package fr.jalon.web.dossier;
