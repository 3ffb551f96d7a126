/** Persons, their foyer, their consents, and a new claim. */
package fr.jalon.web.signalement;
