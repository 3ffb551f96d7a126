package fr.jalon.courrier;

/** A version of a template was published by an author of this installation. Published in the same transaction. */
public record ModelePublie(String code, int version, String auteur) {}
