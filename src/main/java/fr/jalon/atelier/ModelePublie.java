package fr.jalon.atelier;

/** A step in the life of a model, for the audit. Published in the same transaction. */
public record ModelePublie(String cle, int version, String acteur, String texte) {}
