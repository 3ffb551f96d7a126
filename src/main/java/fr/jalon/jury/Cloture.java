package fr.jalon.jury;

/**
 * What who presides says when the vote on an item ends.
 *
 * @param decision code, row of {@code avis-instances}; null takes what the vote was about, or keeps the item open after a tie
 * @param montant cents granted; null takes what the vote was about
 * @param motif read by the person; null takes the usual one of the decision, when there is one
 */
public record Cloture(String decision, Long montant, String motif) {}
