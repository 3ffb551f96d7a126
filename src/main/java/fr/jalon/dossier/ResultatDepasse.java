package fr.jalon.dossier;

import java.util.UUID;

/**
 * Time alone put a result out of date: a birthday, a delay that ran out. Whoever keeps it makes it again in the same transaction, or asks
 * again when a human decided it.
 */
public record ResultatDepasse(UUID dossierId, String dispositif, String resultat) {}
