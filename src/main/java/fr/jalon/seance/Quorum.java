package fr.jalon.seance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

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

    /**
     * Who votes on an item, one for each seat: the titular or its substitute when present, else the titular whose proxy is carried by
     * somebody who votes there.
     */
    static List<Membre> votants(SeanceVue seance, Point point, RegleInstance regle) {
        List<Membre> occupants = occupants(seance, membre -> point.deporte(membre.id()));
        return occupants.stream()
                .filter(m -> m.present() || represente(m, occupants, regle))
                .toList();
    }

    private static List<Membre> occupants(SeanceVue seance, Predicate<Membre> deporte) {
        return seance.membres().stream()
                .filter(Membre::titulaire)
                .flatMap(titulaire -> occupant(seance, titulaire, deporte).stream())
                .toList();
    }

    /** Who carries a proxy sits itself, present and not recused: else the seat is empty. */
    private static boolean represente(Membre absent, List<Membre> occupants, RegleInstance regle) {
        return !absent.present()
                && regle.pouvoirs() > 0
                && occupants.stream().anyMatch(m -> m.present() && absent.aDonnePouvoirA(m.id()));
    }

    private static Quorum calculer(SeanceVue seance, RegleInstance regle, Predicate<Membre> deporte) {
        List<Membre> titulaires =
                seance.membres().stream().filter(Membre::titulaire).toList();
        List<Membre> occupants = occupants(seance, deporte);
        List<Membre> presents = occupants.stream()
                .filter(m -> m.present() || (regle.pouvoirsAuQuorum() && represente(m, occupants, regle)))
                .toList();
        int necessaires = occupants.size() * regle.quorumPart() / 100 + 1;
        List<String> manques = new ArrayList<>();
        if (presents.size() < necessaires) {
            manques.add("il faut " + necessaires + (necessaires > 1 ? " membres présents sur " : " membre présent sur ")
                    + occupants.size() + ", il y en a " + presents.size());
        }
        for (RegleInstance.Qualite qualite : regle.qualites()) {
            int exiges = exiges(qualite, titulaires, occupants);
            long la = de(qualite, presents);
            if (la < exiges) {
                manques.add("il faut au moins " + exiges + " « " + qualite.libelle() + " » présent, il y en a " + la);
            }
        }
        return new Quorum(occupants.size(), presents.size(), necessaires, manques);
    }

    /**
     * How many of a capacity must be there: those who left the item are not waited for, unless the table asks for the capacity
     * all the same. A capacity that nobody ever held stays asked for.
     */
    private static int exiges(RegleInstance.Qualite qualite, List<Membre> titulaires, List<Membre> occupants) {
        int restent = (int) de(qualite, occupants);
        boolean sortis = restent < de(qualite, titulaires);
        return sortis && !qualite.malgreDeports() ? Math.min(qualite.presents(), restent) : qualite.presents();
    }

    private static long de(RegleInstance.Qualite qualite, List<Membre> membres) {
        return membres.stream().filter(m -> m.qualite().equals(qualite.code())).count();
    }

    /**
     * Who sits for a titular: the titular when present, else a present substitute, else the titular's empty seat. Who left the
     * item does not sit; a seat that nobody else takes then is not counted.
     */
    private static Optional<Membre> occupant(SeanceVue seance, Membre titulaire, Predicate<Membre> deporte) {
        List<Membre> siege = Stream.concat(
                        Stream.of(titulaire),
                        seance.membres().stream().filter(m -> titulaire.id().equals(m.suppleantDe())))
                .toList();
        Optional<Membre> present =
                siege.stream().filter(Membre::present).filter(deporte.negate()).findFirst();
        return present.isPresent() || siege.stream().anyMatch(deporte) ? present : Optional.of(titulaire);
    }
}
