package fr.jalon.seance;

import java.time.Instant;

/**
 * A session to prepare.
 *
 * @param instance code, row of {@code parametres-instances}
 * @param anonyme the members read no name
 */
public record NouvelleSeance(String instance, String antenne, Instant debut, String lieu, boolean anonyme) {}
