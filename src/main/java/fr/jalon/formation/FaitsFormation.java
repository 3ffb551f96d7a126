package fr.jalon.formation;

/**
 * What is known of the person and of the training; null means that nobody asked, which is never a refusal.
 *
 * @param rsa whether she receives the RSA
 * @param rsaRecent whether she received it lately (parameter {@code RSA_RECENT_MOIS})
 * @param projet whether the training serves her project
 * @param etranger whether it takes place abroad
 * @param concours whether it prepares a competitive examination
 * @param commencee whether it began, or was paid, before the decision
 */
public record FaitsFormation(
        Boolean rsa, Boolean rsaRecent, Boolean projet, Boolean etranger, Boolean concours, Boolean commencee) {}
