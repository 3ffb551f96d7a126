package fr.jalon.dispositif.faits;

import fr.jalon.agent.Agent;
import java.util.UUID;

/**
 * An orientation was taken back before it took effect: nobody accompanies the person by it.
 *
 * @param dossierId dossier that decided it, null when none did
 */
public record OrientationAnnulee(UUID dossierId, Agent auteur) {}
