package fr.jalon.corbeille;

/**
 * An act asked for on many tasks.
 *
 * @param destinataire log-in name, of {@link Geste#CONFIER} alone
 * @param motif kept in the history of each dossier; needed to entrust
 */
public record DemandeDeLot(Geste geste, String destinataire, String motif) {}
