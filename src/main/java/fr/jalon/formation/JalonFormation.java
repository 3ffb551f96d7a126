package fr.jalon.formation;

/**
 * A milestone of a training and what is paid at it.
 *
 * @param code row of {@code jalons-formation}
 * @param centimes planned of what was granted, when all the hours that it expects are followed
 * @param heures part of the hours that it expects, in percent
 */
public record JalonFormation(String code, String libelle, long centimes, int heures) {}
