package fr.jalon.orientation;

import fr.jalon.annuaire.Annuaire;
import fr.jalon.annuaire.ChargePartenaire;
import fr.jalon.annuaire.FiltreOffres;
import fr.jalon.annuaire.OffreVue;
import fr.jalon.annuaire.OrganismeRef;
import fr.jalon.annuaire.OrganismeVue;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.orientation.PropositionOrientation.OrganismePropose;
import fr.jalon.usager.PersonneVue;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The organisations of the directory, ranked for one person: named by the tables first, then by room, distance and language (attentes, N7). */
@Service
@Transactional(readOnly = true)
public class OrganismesReferents {

    private static final int LOT = 200;
    private static final String FRANCAIS = "fr";

    private final Annuaire annuaire;

    OrganismesReferents(Annuaire annuaire) {
        this.annuaire = annuaire;
    }

    /** Every organisation of the kinds that accompany persons, the best first. */
    public List<OrganismeReferent> classer(PropositionOrientation proposition, PersonneVue personne) {
        Map<String, OrganismePropose> proposes = proposition.organismes().stream()
                .collect(Collectors.toMap(OrganismePropose::type, Function.identity(), (a, b) -> a));
        Map<String, ChargePartenaire> charges = annuaire.charges().stream()
                .collect(Collectors.toMap(c -> c.organisme().code(), Function.identity()));
        Map<String, Integer> delais = delais();
        return annuaire.chercherOrganismes(FiltreOffres.TOUT, 0, LOT).elements().stream()
                .map(o -> classer(o, proposes.get(o.nature()), charges.get(o.code()), delais.get(o.code()), personne))
                .sorted(Comparator.comparingInt((OrganismeReferent o) -> rang(proposes, o))
                        .thenComparing(OrganismeReferent::complet)
                        .thenComparingInt(OrganismeReferent::proximite)
                        .thenComparing(o -> !o.langue())
                        .thenComparing(OrganismeReferent::nom))
                .toList();
    }

    /**
     * An organisation that somebody chose.
     *
     * @throws SaisieInvalide on {@code organisme} when the directory does not know it
     */
    public OrganismeReferent exiger(String code) {
        try {
            OrganismeVue o = annuaire.organisme(code);
            return new OrganismeReferent(o.code(), o.nom(), o.nature(), false, null, null, 2, false, null);
        } catch (Introuvable e) {
            throw new SaisieInvalide("organisme", "Cet organisme n'est pas dans l'annuaire.");
        }
    }

    /** Name of an organisation, its code when the directory no longer has it. */
    public String nom(String code) {
        return annuaire.organismes().stream()
                .filter(o -> o.code().equals(code))
                .map(OrganismeRef::nom)
                .findFirst()
                .orElse(code);
    }

    private OrganismeReferent classer(
            OrganismeVue o, OrganismePropose propose, ChargePartenaire charge, Integer delai, PersonneVue personne) {
        boolean suivies = charge != null && charge.suivies() > 0;
        String langue = personne.langue();
        return new OrganismeReferent(
                o.code(),
                o.nom(),
                o.nature(),
                propose != null,
                propose == null ? null : propose.raison(),
                suivies ? charge.libres() : null,
                personne.quartier() == null ? 2 : annuaire.proximite(o, personne.quartier()),
                langue != null && !FRANCAIS.equals(langue) && o.langues().contains(langue),
                delai);
    }

    private static int rang(Map<String, OrganismePropose> proposes, OrganismeReferent o) {
        OrganismePropose propose = proposes.get(o.nature());
        return propose == null ? Integer.MAX_VALUE : propose.rang();
    }

    /** The shortest usual delay of each organisation's offers. */
    private Map<String, Integer> delais() {
        Map<String, Integer> delais = new HashMap<>();
        for (OffreVue offre : annuaire.chercher(FiltreOffres.TOUT, 0, LOT).elements()) {
            if (offre.delaiPremierRendezVous() != null) {
                offre.organismes().forEach(o -> delais.merge(o.code(), offre.delaiPremierRendezVous(), Math::min));
            }
        }
        return delais;
    }
}
