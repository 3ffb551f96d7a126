package fr.jalon.agent;

/** A reception place of the CCAS, in an Espace social commun. Its quartiers are the table {@code quartier-antenne}'s. */
public record Antenne(
        String code,
        String nom,
        String adresse,
        String codePostal,
        String commune,
        String telephone,
        String horaires) {}
