package fr.jalon.courrier;

import java.util.UUID;

/** A letter was signed by somebody entitled: its bytes are fixed. Published in the same transaction. */
public record CourrierSigne(UUID courrierId, String numero, UUID dossierId, String modele, String signataire) {}
