package fr.jalon.courrier.langage;

/** A piece of running text in one style; {@code '\n'} is a line end that must stay. */
public record Morceau(String texte, boolean gras) {}
