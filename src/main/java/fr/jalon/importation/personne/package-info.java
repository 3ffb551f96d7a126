/** The person of a row: read, and looked for among the known ones. */
package fr.jalon.importation.personne;
