package fr.jalon.pilotage;

import fr.jalon.temps.Segment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The facts of a dossier of the past, without person nor process.
 *
 * @param dates its two dates as they ended up, each may be null
 * @param issue code, null while it runs
 * @param segments contiguous, at least one; the last has no end while it runs
 */
public record VieArchivee(
        String numero, String dispositif, String antenne, Dates dates, String issue, List<Segment> segments) {

    /** Target and legal date. */
    public record Dates(LocalDate cible, LocalDate limite) {}

    public Instant ouvert() {
        return segments.get(0).debut();
    }

    /** Null while it runs. */
    public Instant clos() {
        return segments.get(segments.size() - 1).fin();
    }
}
