package fr.jalon.seance;

import fr.jalon.commun.Horloge;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A session with its members and its agenda.
 *
 * @param numero for example {@code EQU-KLEBER-2026-06-12}
 * @param anonyme the members read no name
 * @param procesVerbal letter that holds the minutes, null before the end
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
        String closePar,
        Instant closeLe,
        UUID procesVerbal,
        List<Membre> membres,
        List<Point> points) {

    public SeanceVue {
        membres = List.copyOf(membres);
        points = List.copyOf(points);
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

    SeanceVue avec(List<Membre> sieges, List<Point> ordre) {
        return new SeanceVue(
                id,
                numero,
                instance,
                antenne,
                debut,
                lieu,
                anonyme,
                etat,
                creeePar,
                closePar,
                closeLe,
                procesVerbal,
                sieges,
                ordre);
    }
}
