/** The directory of the insertion offer: for professionals, and the page that anybody may read. */
package fr.jalon.web.annuaire;
