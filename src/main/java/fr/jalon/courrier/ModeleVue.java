package fr.jalon.courrier;

import java.time.Instant;

/**
 * One version of a template, never changed once published.
 *
 * @param source articles and decisions on which the text rests
 * @param approuvePar second person who approved it, null for one that came with the application or is older than approvals
 * @param fourni whether it came with the application, and not from an author of this installation
 */
public record ModeleVue(
        String code,
        int version,
        NatureCourrier nature,
        String titre,
        String objet,
        String corps,
        String source,
        String auteur,
        String approuvePar,
        Instant publieLe,
        boolean fourni) {}
