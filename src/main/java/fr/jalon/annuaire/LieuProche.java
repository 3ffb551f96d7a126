package fr.jalon.annuaire;

/** A place and how near it is: 0 same quartier, 1 neighbouring quartier, 2 farther or unknown. */
public record LieuProche(OrganismeRef organisme, String nature, Lieu lieu, int proximite) {}
