/** The pages that say why something cannot be shown or done. */
package fr.jalon.web.erreur;
