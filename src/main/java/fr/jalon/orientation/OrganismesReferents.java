package fr.jalon.orientation;

import fr.jalon.annuaire.Annuaire;
import fr.jalon.annuaire.OrganismeRef;
import fr.jalon.annuaire.OrganismeVue;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.decision.Decisions;
import fr.jalon.usager.PersonneVue;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The organisations of the directory, ranked for one person: named by the tables first, then by room, distance and language (attentes, N7). */
@Service
@Transactional(readOnly = true)
public class OrganismesReferents {

    private static final String NATURES = "nature-referente";

    private final Annuaire annuaire;
    private final Decisions decisions;

    OrganismesReferents(Annuaire annuaire, Decisions decisions) {
        this.annuaire = annuaire;
        this.decisions = decisions;
    }

    /** Every organisation of the kinds that accompany persons, the best first, with the places of now. */
    public List<OrganismeReferent> classer(PropositionOrientation proposition, PersonneVue personne) {
        return offre().classer(proposition, personne.quartier(), personne.langue());
    }

    /** The organisations that accompany persons, their places and their delays as they are now: for many persons at once. */
    public OffreReferents offre() {
        return new OffreReferents(
                annuaire,
                annuaire.accompagnateurs().stream()
                        .filter(a -> peutEtreReferent(a.organisme().nature()))
                        .toList());
    }

    /**
     * Kind of an organisation that somebody chose, for example {@code MISSION_LOCALE}.
     *
     * @throws SaisieInvalide on {@code organisme} when the directory does not know it, or when it accompanies nobody as a référent
     */
    public String natureDe(String code) {
        String nature = annuaire.organismeSiExiste(code)
                .map(OrganismeVue::nature)
                .orElseThrow(() -> new SaisieInvalide("organisme", "Cet organisme n'est pas dans l'annuaire."));
        if (!peutEtreReferent(nature)
                || annuaire.accompagnateurs().stream().noneMatch(a -> a.code().equals(code))) {
            throw new SaisieInvalide(
                    "organisme", "Cet organisme n'accompagne personne comme référent : choisissez-en un autre.");
        }
        return nature;
    }

    /** Whether the law lets an organisation of that kind be a référent, by the table {@code nature-referente}. */
    private boolean peutEtreReferent(String nature) {
        return decisions.evaluer(NATURES, Map.of("nature", nature)).unique().isPresent();
    }

    /** Kind of an organisation of the directory, whatever it does. */
    public String nature(String code) {
        return annuaire.organisme(code).nature();
    }

    /** "la Mission locale", "le CCAS de Rennes", "France Travail": the name inside a sentence. */
    public String nomAvecArticle(String code) {
        String article = decisions
                .evaluer(NATURES, Map.of("nature", nature(code)))
                .unique()
                .map(r -> r.texte("article"))
                .orElse(null);
        return article == null ? nom(code) : article + " " + nom(code);
    }

    /** Name of an organisation, its code when the directory no longer has it. */
    public String nom(String code) {
        return annuaire.organismes().stream()
                .filter(o -> o.code().equals(code))
                .map(OrganismeRef::nom)
                .findFirst()
                .orElse(code);
    }
}
