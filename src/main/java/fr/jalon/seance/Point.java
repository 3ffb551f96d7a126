package fr.jalon.seance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An item of an agenda.
 *
 * @param casId the ready case
 * @param numeroDossier number that a person reads
 * @param avis code of the opinion, null before
 * @param pour votes, null when nobody counted
 * @param quorum the one that held when the opinion was given, null before
 * @param version grows with each opinion: who writes over an opinion never read is told
 */
public record Point(
        UUID id,
        UUID casId,
        int rang,
        UUID dossierId,
        String numeroDossier,
        String question,
        String avis,
        String motif,
        Integer pour,
        Integer contre,
        Integer abstentions,
        Quorum quorum,
        String renduPar,
        Instant renduLe,
        int version,
        List<Deport> deports) {

    public Point {
        deports = List.copyOf(deports);
    }

    public boolean deporte(UUID membreId) {
        return deports.stream().anyMatch(d -> d.membreId().equals(membreId));
    }

    Point avec(List<Deport> deportes) {
        return new Point(
                id,
                casId,
                rang,
                dossierId,
                numeroDossier,
                question,
                avis,
                motif,
                pour,
                contre,
                abstentions,
                quorum,
                renduPar,
                renduLe,
                version,
                deportes);
    }
}
