package fr.jalon.numerique;

import fr.jalon.annuaire.Lieu;
import fr.jalon.annuaire.OrganismeRef;

/**
 * A place where the orientation can be followed.
 *
 * @param offre what is offered there
 * @param proximite 0 same quartier, 1 neighbouring, 2 farther or unknown
 */
public record LieuNumerique(OrganismeRef organisme, Lieu lieu, String offre, int proximite) {}
