/** Templates of letters, for process owners. */
package fr.jalon.web.modele;
