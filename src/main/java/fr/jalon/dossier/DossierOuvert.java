package fr.jalon.dossier;

import fr.jalon.agent.Agent;
import java.util.UUID;

/** A dossier was opened with its data; its path may start. */
public record DossierOuvert(UUID dossierId, String numero, String dispositif, String antenne, Agent auteur) {}
