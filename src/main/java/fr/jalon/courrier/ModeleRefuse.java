package fr.jalon.courrier;

/** A draft of a template was given back by the second person. Published in the same transaction. */
public record ModeleRefuse(String code, String approbateur, String motif) {}
