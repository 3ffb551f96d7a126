package fr.jalon.numerique;

import fr.jalon.annuaire.Lieu;
import fr.jalon.annuaire.OrganismeRef;

/**
 * A place where the orientation can be followed.
 *
 * @param organisme null for one of our antennes
 * @param offre what is offered there, null for one of our antennes
 * @param proximite 0 same quartier, 1 neighbouring, 2 farther or unknown
 * @param aConfirmer nobody has read its card again for too long
 */
public record LieuNumerique(OrganismeRef organisme, Lieu lieu, String offre, int proximite, boolean aConfirmer) {}
