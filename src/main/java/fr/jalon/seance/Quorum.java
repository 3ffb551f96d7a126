package fr.jalon.seance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whether a session, or one item of it, may deliberate. A seat belongs to a titular; its substitute sits when the titular is
 * not there. A recused member takes the seat out of the item: out of the present and out of the seats that are counted
 * (attentes, N4).
 *
 * @param sieges seats that may deliberate
 * @param presents seats held by somebody present
 * @param necessaires present that the rule asks for
 * @param manques what is missing, in French; empty when the quorum is reached
 */
public record Quorum(int sieges, int presents, int necessaires, List<String> manques) {

    public Quorum {
        manques = List.copyOf(manques);
    }

    public boolean atteint() {
        return manques.isEmpty();
    }

    static Quorum deLaSeance(SeanceVue seance, RegleInstance regle) {
        return calculer(seance, regle, membre -> false);
    }

    static Quorum duPoint(SeanceVue seance, Point point, RegleInstance regle) {
        return calculer(seance, regle, membre -> point.deporte(membre.id()));
    }

    private static Quorum calculer(SeanceVue seance, RegleInstance regle, Predicate<Membre> deporte) {
        List<Membre> occupants = seance.membres().stream()
                .filter(Membre::titulaire)
                .map(titulaire -> occupant(seance, titulaire))
                .filter(deporte.negate())
                .toList();
        List<Membre> presents = occupants.stream().filter(Membre::present).toList();
        int necessaires = occupants.size() * regle.quorumPart() / 100 + 1;
        List<String> manques = new ArrayList<>();
        if (presents.size() < necessaires) {
            manques.add("il faut " + necessaires + " membres présents sur " + occupants.size() + ", il y en a "
                    + presents.size());
        }
        for (RegleInstance.Qualite qualite : regle.qualites()) {
            long la = presents.stream()
                    .filter(m -> m.qualite().equals(qualite.code()))
                    .count();
            if (la < qualite.presents()) {
                manques.add("il faut au moins " + qualite.presents() + " « " + qualite.libelle()
                        + " » présent, il y en a " + la);
            }
        }
        return new Quorum(occupants.size(), presents.size(), necessaires, manques);
    }

    /** Who sits for a titular: the titular when present, else a present substitute, else the titular's empty seat. */
    private static Membre occupant(SeanceVue seance, Membre titulaire) {
        if (titulaire.present()) {
            return titulaire;
        }
        Optional<Membre> suppleant = seance.membres().stream()
                .filter(m -> titulaire.id().equals(m.suppleantDe()))
                .filter(Membre::present)
                .findFirst();
        return suppleant.orElse(titulaire);
    }
}
