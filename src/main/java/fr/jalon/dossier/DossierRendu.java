package fr.jalon.dossier;

import java.time.Instant;
import java.util.UUID;

/**
 * A dossier goes on as it was.
 *
 * @param depuis since when it waited: what fell due meanwhile has its remaining time again
 */
public record DossierRendu(UUID dossierId, Instant depuis) {}
