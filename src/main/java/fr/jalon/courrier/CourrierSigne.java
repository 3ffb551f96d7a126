package fr.jalon.courrier;

import java.util.UUID;

/**
 * A letter that decides was signed: its bytes no longer change. Published in the same transaction.
 *
 * @param signataire log-in name
 */
public record CourrierSigne(UUID courrierId, String numero, UUID dossierId, String modele, String signataire) {}
