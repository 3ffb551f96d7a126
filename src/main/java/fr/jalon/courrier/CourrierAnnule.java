package fr.jalon.courrier;

import java.util.UUID;

/** A letter was taken back before the person had it. Published in the same transaction. */
public record CourrierAnnule(UUID courrierId, String numero, UUID dossierId, String modele, String motif) {}
