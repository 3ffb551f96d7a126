package fr.jalon.moteur;

/**
 * A human step as the published model describes it.
 *
 * @param id element id
 * @param groupe role that may do it
 * @param attente who must act: empty for us
 * @param station code of the station of the dossier's line, empty for none
 */
public record EtapeModele(String id, String libelle, String groupe, String attente, String station) {}
