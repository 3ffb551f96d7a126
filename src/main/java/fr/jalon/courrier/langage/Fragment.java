package fr.jalon.courrier.langage;

/**
 * A piece of a composed line before the marks of the layout are read. Only template text can hold marks: what a person
 * typed is always printed as it stands.
 */
record Fragment(String texte, boolean valeur) {}
