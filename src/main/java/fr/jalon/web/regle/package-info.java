/** Rows of decision tables whose source somebody named must confirm. */
package fr.jalon.web.regle;
