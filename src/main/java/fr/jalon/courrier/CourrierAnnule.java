package fr.jalon.courrier;

import java.util.UUID;

/** A letter will never leave. Published in the same transaction. */
public record CourrierAnnule(UUID courrierId, String numero, UUID dossierId, String modele, String motif) {}
