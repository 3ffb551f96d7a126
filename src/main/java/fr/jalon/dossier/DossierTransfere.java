package fr.jalon.dossier;

import fr.jalon.agent.Agent;
import java.util.UUID;

/**
 * A dossier went to another antenne, because the person moved: its work goes with it, in nobody's hands.
 *
 * @param avant code of the antenne that held it
 * @param apres code of the antenne that holds it now
 */
public record DossierTransfere(UUID dossierId, String numero, String avant, String apres, Agent auteur) {}
