package fr.jalon.dossier;

import java.util.UUID;

/** A dossier waits for a death to be proved or taken back: its path must not move by itself. */
public record DossierRetenu(UUID dossierId) {}
