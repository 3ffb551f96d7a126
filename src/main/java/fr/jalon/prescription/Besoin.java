package fr.jalon.prescription;

/**
 * What a person asks for, table {@code besoins-orientation}.
 *
 * @param vital it cannot wait from one partner to the next
 */
public record Besoin(String code, String libelle, boolean vital) {}
