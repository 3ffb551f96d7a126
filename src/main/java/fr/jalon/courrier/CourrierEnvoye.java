package fr.jalon.courrier;

import java.util.UUID;

/** A letter was sent to its addressee. Published in the same transaction. */
public record CourrierEnvoye(UUID courrierId, String numero, UUID dossierId) {}
