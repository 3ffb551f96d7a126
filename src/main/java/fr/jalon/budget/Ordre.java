package fr.jalon.budget;

import java.time.LocalDate;

/**
 * What an operation is, beside its lines.
 *
 * @param cle idempotency key, unique in the ledger
 * @param source what it comes from: dossier, item of a session, order
 * @param contrepasse the operation that it reverses, else null
 */
record Ordre(Nature nature, String cle, String source, String auteur, LocalDate valeur, Long contrepasse) {}
