package fr.jalon.dossier;

import java.util.UUID;

/** A dossier ended. What waited to be sent for it is looked at again in the same transaction. */
public record DossierClos(UUID dossierId, String numero, Issue issue) {}
