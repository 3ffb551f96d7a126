package fr.jalon.jury;

/**
 * Proof for a seat that it voted; never how.
 *
 * @param recepisse 16 letters and figures, in the published list of the voters of the item
 */
public record Recepisse(String recepisse) {}
