package fr.jalon.courrier;

/** A version of a template, written by one person and approved by another, is in force. Published in the same transaction. */
public record ModelePublie(String code, int version, String auteur, String approbateur) {}
