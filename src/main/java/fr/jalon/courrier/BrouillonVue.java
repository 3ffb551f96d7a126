package fr.jalon.courrier;

import java.time.Instant;

/**
 * The next version of a template, not yet in force.
 *
 * @param versionBase version that it was written from, 0 for a new template
 * @param motifRefus why the second person gave it back, null when nobody did
 * @param ligne version of the row: what is approved is what was read
 */
public record BrouillonVue(
        String code,
        int versionBase,
        NatureCourrier nature,
        String titre,
        String objet,
        String corps,
        Etat etat,
        String auteur,
        Instant modifieLe,
        String refusePar,
        String motifRefus,
        int ligne) {

    public enum Etat {
        BROUILLON,
        A_APPROUVER
    }
}
