package fr.jalon.mobilite;

import java.util.UUID;

/**
 * A step of a person's plan: one of her aids, or one that costs the CCAS nothing.
 *
 * @param id of a step of her own; null for an aid, which its dossier makes go on
 * @param libelle its name, in French
 * @param cout cents; null when not known
 * @param financeurs who pays, in words; null when not known
 * @param resultat what it gave, null until somebody says it
 * @param dossier number of the dossier of an aid, null for the others
 * @param verse cents that are certified for payment
 */
public record EtapeDuPlan(
        UUID id,
        String libelle,
        Long cout,
        String financeurs,
        EtatEtape etat,
        String resultat,
        String dossier,
        long verse) {}
