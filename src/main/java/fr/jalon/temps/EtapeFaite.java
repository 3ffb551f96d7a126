package fr.jalon.temps;

import java.time.Instant;
import java.util.Comparator;

/**
 * A step that was open.
 *
 * @param poids of two open steps, the heavier one blocks the dossier; the older one when they weigh the same
 * @param fermee null while it is open
 */
record EtapeFaite(String tacheId, String etape, Porteur porteur, int poids, Instant ouverte, Instant fermee) {

    static final Comparator<EtapeFaite> LA_PLUS_BLOQUANTE = Comparator.comparingInt(EtapeFaite::poids)
            .reversed()
            .thenComparing(EtapeFaite::ouverte)
            .thenComparing(EtapeFaite::tacheId);

    boolean ouverteA(Instant instant) {
        return !ouverte.isAfter(instant) && (fermee == null || fermee.isAfter(instant));
    }
}
