/** The home page of each role: what to do now. */
package fr.jalon.web.accueil;
