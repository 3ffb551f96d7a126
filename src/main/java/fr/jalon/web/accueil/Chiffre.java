package fr.jalon.web.accueil;

/** A number that opens its list. */
record Chiffre(long nombre, String libelle, String href, String icone, String etat) {}
