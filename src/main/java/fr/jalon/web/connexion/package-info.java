/** Log-in and the first page. */
package fr.jalon.web.connexion;
