package fr.jalon.orientation;

import fr.jalon.annuaire.Annuaire;
import fr.jalon.annuaire.FiltreOffres;
import fr.jalon.annuaire.OffreVue;
import fr.jalon.annuaire.OrganismeRef;
import fr.jalon.annuaire.OrganismeVue;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.usager.PersonneVue;
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

    private final Annuaire annuaire;

    OrganismesReferents(Annuaire annuaire) {
        this.annuaire = annuaire;
    }

    /** Every organisation of the kinds that accompany persons, the best first, with the places of now. */
    public List<OrganismeReferent> classer(PropositionOrientation proposition, PersonneVue personne) {
        return offre().classer(proposition, personne.quartier(), personne.langue());
    }

    /** The organisations, their places and their delays as they are now: for many persons at once. */
    public OffreReferents offre() {
        return new OffreReferents(
                annuaire,
                annuaire.chercherOrganismes(FiltreOffres.TOUT, 0, LOT).elements(),
                annuaire.charges().stream()
                        .collect(Collectors.toMap(c -> c.organisme().code(), Function.identity())),
                delais());
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
