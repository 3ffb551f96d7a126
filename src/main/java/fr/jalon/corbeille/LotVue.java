package fr.jalon.corbeille;

import java.time.Instant;
import java.util.UUID;

/**
 * An act on many tasks, as far as it is.
 *
 * @param demandees rows asked for; more than {@code lignes} when the bound was passed or tasks were gone
 * @param termineLe null while rows wait
 * @param annulableJusqua until when it may be taken back; null when it may not
 */
public record LotVue(
        UUID id,
        Geste geste,
        String destinataire,
        int lignes,
        int demandees,
        int faites,
        int refusees,
        Instant creeLe,
        Instant termineLe,
        Instant annulableJusqua) {

    public boolean termine() {
        return termineLe != null;
    }

    public int traitees() {
        return faites + refusees;
    }
}
