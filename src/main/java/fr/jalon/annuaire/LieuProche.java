package fr.jalon.annuaire;

/**
 * A place and how near it is: 0 same quartier, 1 neighbouring quartier, 2 farther or unknown.
 *
 * @param aConfirmer nobody has read the card of its organisation again for too long
 */
public record LieuProche(OrganismeRef organisme, String nature, Lieu lieu, int proximite, boolean aConfirmer) {}
