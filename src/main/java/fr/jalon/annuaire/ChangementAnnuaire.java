package fr.jalon.annuaire;

import java.time.Instant;

/**
 * One change of one field of an organisation or an offer.
 *
 * @param champ name of the field, {@code creation} or {@code confirmation}
 */
public record ChangementAnnuaire(Instant quand, String auteur, String champ, String avant, String apres) {}
