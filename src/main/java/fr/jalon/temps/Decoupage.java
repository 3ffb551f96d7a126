package fr.jalon.temps;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Cuts the life of a dossier into segments from its facts alone: what is recorded as it happens must be equal to it. */
final class Decoupage {

    private Decoupage() {}

    /**
     * The segments of a life, contiguous, the first from its opening, neighbours different.
     *
     * @param clos null while the dossier is open: the last segment has no end then
     */
    static List<Segment> de(Instant ouvert, Instant clos, List<EtapeFaite> etapes, List<Suspension> suspensions) {
        TreeSet<Instant> bornes = new TreeSet<>();
        bornes.add(ouvert);
        etapes.forEach(e -> borner(bornes, ouvert, clos, e.ouverte(), e.fermee()));
        suspensions.forEach(s -> borner(bornes, ouvert, clos, s.depuis(), s.jusqua()));
        List<Segment> segments = new ArrayList<>();
        for (Instant debut : bornes) {
            Segment segment = situation(debut, etapes, suspensions);
            if (segments.isEmpty()) {
                segments.add(segment);
            } else if (!segments.get(segments.size() - 1).memeSituation(segment)) {
                segments.add(segments.remove(segments.size() - 1).finissant(debut));
                segments.add(segment);
            }
        }
        segments.add(segments.remove(segments.size() - 1).finissant(clos));
        return segments;
    }

    private static void borner(Set<Instant> bornes, Instant ouvert, Instant clos, Instant... instants) {
        for (Instant instant : instants) {
            if (instant != null && instant.isAfter(ouvert) && (clos == null || instant.isBefore(clos))) {
                bornes.add(instant);
            }
        }
    }

    private static Segment situation(Instant quand, List<EtapeFaite> etapes, List<Suspension> suspensions) {
        boolean suspendu = suspensions.stream().anyMatch(s -> s.courtA(quand));
        return etapes.stream()
                .filter(e -> e.ouverteA(quand))
                .min(EtapeFaite.LA_PLUS_BLOQUANTE)
                .map(e -> new Segment(e.etape(), e.porteur(), suspendu, quand, null))
                .orElseGet(() -> new Segment(null, Porteur.SERVICE, suspendu, quand, null));
    }
}
