package fr.jalon.atelier;

import java.util.List;

/** What the checker says of files deposited together; acceptable when no finding is an error. */
public record Verification(boolean acceptable, List<Constat> constats) {

    public static Verification de(List<Constat> constats) {
        return new Verification(constats.stream().noneMatch(Constat::erreur), List.copyOf(constats));
    }
}
