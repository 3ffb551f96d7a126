package fr.jalon.usager;

/**
 * A person who may be the one being written.
 *
 * @param raison French words that say what is alike
 * @param certain the social security number is the same
 * @param degre how far it goes
 */
public record Doublon(PersonneVue personne, String raison, boolean certain, Ressemblance degre) {}
