package fr.jalon.seance;

import fr.jalon.commun.Horloge;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A session as it is read: its members, its agenda, who came and left.
 *
 * @param numero for example {@code EQU-KLEBER-2026-06-12}
 * @param debut planned start
 * @param anonyme the members read no name
 * @param ouverteLe real opening, null before; the same for {@code closeLe}
 * @param motifDelai why the members were convened late, null when they were not
 * @param motifAnnulation why it was called off, else null
 * @param procesVerbal letter that holds the minutes, null before the end
 * @param signature null until the minutes are signed, and for an instance whose minutes are not
 */
public record SeanceVue(
        UUID id,
        String numero,
        String instance,
        String antenne,
        Instant debut,
        String lieu,
        boolean anonyme,
        EtatSeance etat,
        String creeePar,
        Instant ouverteLe,
        String closePar,
        Instant closeLe,
        String motifDelai,
        String motifAnnulation,
        UUID procesVerbal,
        SignatureDuProcesVerbal signature,
        List<Membre> membres,
        List<Point> points,
        List<Mouvement> mouvements) {

    public SeanceVue {
        membres = List.copyOf(membres);
        points = List.copyOf(points);
        mouvements = List.copyOf(mouvements);
    }

    public LocalDate jour() {
        return LocalDate.ofInstant(debut, Horloge.PARIS);
    }

    public Optional<Membre> membre(UUID membreId) {
        return membres.stream().filter(m -> m.id().equals(membreId)).findFirst();
    }

    public Optional<Membre> membre(String identifiant) {
        return membres.stream().filter(m -> m.est(identifiant)).findFirst();
    }

    public Optional<Point> point(UUID pointId) {
        return points.stream().filter(p -> p.id().equals(pointId)).findFirst();
    }

    /** Whether an item still waits for its opinion. */
    public boolean resteUnAvis() {
        return points.stream().anyMatch(Point::attendu);
    }

    /** Whether an opinion was given: the session can no longer be called off. */
    public boolean unAvisRendu() {
        return points.stream().anyMatch(p -> p.etat() == EtatPoint.RENDU);
    }
}
