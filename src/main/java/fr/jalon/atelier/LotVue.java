package fr.jalon.atelier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Files deposited together, their author, and who published them. */
public record LotVue(
        UUID id,
        String nom,
        EtatModele etat,
        String auteur,
        Instant deposeLe,
        Publication publication,
        List<Fichier> fichiers) {

    /**
     * Who, when, why, from which day, and what stood in the way of a planned one; each null until it is known.
     *
     * @param motifRejeu why, although many past answers change; null when it was not asked
     */
    public record Publication(
            String approbateur,
            String motif,
            String motifRejeu,
            Instant publieLe,
            LocalDate effetLe,
            String empechement) {}

    /** A file of the lot; {@code base} is the living version that it was written from, -1 when there was none. */
    public record Fichier(UUID id, String cle, String type, int version, String fichier, int base) {}
}
