package fr.jalon.dossier;

import java.util.UUID;

/** State, dates or urgency of a dossier changed. */
public record DossierModifie(UUID dossierId) {}
