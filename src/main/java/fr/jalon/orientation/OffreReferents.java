package fr.jalon.orientation;

import fr.jalon.annuaire.Annuaire;
import fr.jalon.annuaire.ChargePartenaire;
import fr.jalon.annuaire.OrganismeVue;
import fr.jalon.orientation.PropositionOrientation.OrganismePropose;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the directory offers to accompany persons at one moment: organisations, places, delays. */
public final class OffreReferents {

    private static final String FRANCAIS = "fr";
    private static final int LOIN = 2;

    private final Annuaire annuaire;
    private final List<OrganismeVue> organismes;
    private final Map<String, ChargePartenaire> charges;
    private final Map<String, Integer> delais;
    private final Map<String, Map<String, Integer>> proximites = new ConcurrentHashMap<>();

    OffreReferents(
            Annuaire annuaire,
            List<OrganismeVue> organismes,
            Map<String, ChargePartenaire> charges,
            Map<String, Integer> delais) {
        this.annuaire = annuaire;
        this.organismes = organismes;
        this.charges = charges;
        this.delais = delais;
    }

    /**
     * The organisations for one person: named by the tables first, then by room, distance and language (attentes, N7).
     *
     * @param quartier of the person, null when unknown
     * @param langue of the person, null when unknown
     */
    public List<OrganismeReferent> classer(PropositionOrientation proposition, String quartier, String langue) {
        Map<String, OrganismePropose> proposes = proposition.organismes().stream()
                .collect(Collectors.toMap(OrganismePropose::type, Function.identity(), (a, b) -> a));
        return organismes.stream()
                .map(o -> classer(o, proposes.get(o.nature()), quartier, langue))
                .sorted(Comparator.comparingInt((OrganismeReferent o) -> rang(proposes, o))
                        .thenComparing(OrganismeReferent::complet)
                        .thenComparingInt(OrganismeReferent::proximite)
                        .thenComparing(o -> !o.langue())
                        .thenComparing(OrganismeReferent::nom))
                .toList();
    }

    /** Places of an organisation; empty when nobody follows them. */
    public Optional<ChargePartenaire> charge(String organisme) {
        return Optional.ofNullable(charges.get(organisme)).filter(c -> c.suivies() > 0);
    }

    private OrganismeReferent classer(OrganismeVue o, OrganismePropose propose, String quartier, String langue) {
        return new OrganismeReferent(
                o.code(),
                o.nom(),
                o.nature(),
                propose != null,
                propose == null ? null : propose.raison(),
                charge(o.code()).map(ChargePartenaire::libres).orElse(null),
                quartier == null ? LOIN : proximites(quartier).get(o.code()),
                langue != null && !FRANCAIS.equals(langue) && o.langues().contains(langue),
                delais.get(o.code()));
    }

    /** How near each organisation is to a quartier, worked out once for the twelve of them. */
    private Map<String, Integer> proximites(String quartier) {
        return proximites.computeIfAbsent(
                quartier,
                q -> organismes.stream().collect(Collectors.toMap(OrganismeVue::code, o -> annuaire.proximite(o, q))));
    }

    private static int rang(Map<String, OrganismePropose> proposes, OrganismeReferent o) {
        OrganismePropose propose = proposes.get(o.nature());
        return propose == null ? Integer.MAX_VALUE : propose.rang();
    }
}
