package fr.jalon.orientation;

import fr.jalon.annuaire.Accompagnateur;
import fr.jalon.annuaire.Annuaire;
import fr.jalon.orientation.PropositionOrientation.OrganismePropose;
import fr.jalon.usager.Naissance;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What the directory offers to accompany persons at one moment: organisations, places, delays. */
public final class OffreReferents {

    private static final String FRANCAIS = "fr";
    private static final int LOIN = 2;

    private final Annuaire annuaire;
    private final List<Accompagnateur> accompagnateurs;
    private final Map<String, NatureReferente> natures;
    private final Map<String, Map<String, Integer>> proximites = new ConcurrentHashMap<>();

    /** @param natures what the law says of each of their kinds, by its code */
    OffreReferents(Annuaire annuaire, List<Accompagnateur> accompagnateurs, Map<String, NatureReferente> natures) {
        this.annuaire = annuaire;
        this.accompagnateurs = accompagnateurs;
        this.natures = Map.copyOf(natures);
    }

    /**
     * The organisations for one person, without those that accompany nobody of her age: named by the tables first, then by room, distance and language (attentes, N7).
     *
     * @param age today
     * @param quartier of the person, null when unknown
     * @param langue of the person, null when unknown
     */
    public List<OrganismeReferent> classer(
            PropositionOrientation proposition, Naissance.Age age, String quartier, String langue) {
        Map<String, List<OrganismePropose>> proposes =
                proposition.organismes().stream().collect(Collectors.groupingBy(OrganismePropose::type));
        return accompagnateurs.stream()
                .filter(a -> natures.get(a.organisme().nature()).accompagne(age))
                .map(a -> classer(a, proposes.getOrDefault(a.organisme().nature(), List.of()), quartier, langue))
                .sorted(Comparator.comparingInt((OrganismeReferent o) -> rang(proposes.get(o.nature())))
                        .thenComparing(OrganismeReferent::complet)
                        .thenComparingInt(OrganismeReferent::proximite)
                        .thenComparing(o -> !o.langue())
                        .thenComparing(OrganismeReferent::nom))
                .toList();
    }

    /** An organisation whose places somebody counts. */
    public Optional<Accompagnateur> suivi(String organisme) {
        return accompagnateurs.stream()
                .filter(a -> a.code().equals(organisme) && a.suivi())
                .findFirst();
    }

    private OrganismeReferent classer(
            Accompagnateur a, List<OrganismePropose> proposes, String quartier, String langue) {
        return new OrganismeReferent(
                a.code(),
                a.organisme().nom(),
                a.organisme().nature(),
                !proposes.isEmpty(),
                proposes.isEmpty()
                        ? null
                        : proposes.stream().map(OrganismePropose::raison).collect(Collectors.joining(" ")),
                a.libres(),
                quartier == null ? LOIN : proximites(quartier).get(a.code()),
                langue != null
                        && !FRANCAIS.equals(langue)
                        && a.organisme().langues().contains(langue),
                a.delai(),
                a.aConfirmer());
    }

    /** How near each organisation is to a quartier, worked out once for the twelve of them. */
    private Map<String, Integer> proximites(String quartier) {
        return proximites.computeIfAbsent(
                quartier,
                q -> accompagnateurs.stream()
                        .collect(Collectors.toMap(Accompagnateur::code, a -> annuaire.proximite(a.organisme(), q))));
    }

    private static int rang(List<OrganismePropose> proposes) {
        return proposes == null
                ? Integer.MAX_VALUE
                : proposes.stream().mapToInt(OrganismePropose::rang).min().orElse(Integer.MAX_VALUE);
    }
}
