package fr.jalon.agent;

/** Somebody tried to log in. The name is what was typed and may be of no account. */
public record ConnexionTentee(String identifiant, boolean reussie) {}
