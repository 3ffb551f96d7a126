package fr.jalon.budget;

/**
 * Who pays a share of an envelope.
 *
 * @param code letters, digits and dashes, a component of account names
 * @param nom name for the screens
 * @param points share in hundredths of a percent; those of an envelope sum to 10 000
 */
public record Financeur(String code, String nom, int points) {}
