package fr.jalon.jury;

import java.util.UUID;

/**
 * What became of the decision of an item.
 *
 * @param parti whether its dossier has it
 * @param echec why not, null when it left or was not tried yet
 */
public record EnvoiDecision(UUID pointId, String numeroDossier, boolean parti, String echec) {}
