package fr.jalon.piece;

import java.time.Instant;
import java.util.UUID;

/**
 * A file received, without its bytes.
 *
 * @param taille bytes
 * @param source how it came: {@code GUICHET}, {@code API}, {@code IMPORT}
 */
public record FichierVue(
        UUID id,
        String typePiece,
        String nom,
        String typeMime,
        long taille,
        Analyse analyse,
        String source,
        Instant recuLe,
        String recuPar) {}
