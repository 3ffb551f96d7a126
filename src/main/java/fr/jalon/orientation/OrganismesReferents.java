package fr.jalon.orientation;

import fr.jalon.annuaire.Accompagnateur;
import fr.jalon.annuaire.Annuaire;
import fr.jalon.annuaire.OrganismeRef;
import fr.jalon.annuaire.OrganismeVue;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.decision.Decisions;
import fr.jalon.usager.Naissance;
import fr.jalon.usager.PersonneVue;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The organisations of the directory, ranked for one person: named by the tables first, then by room, distance and language (attentes, N7). */
@Service
@Transactional(readOnly = true)
public class OrganismesReferents {

    private static final String NATURES = "nature-referente";

    private final Annuaire annuaire;
    private final Decisions decisions;
    private final Horloge horloge;

    OrganismesReferents(Annuaire annuaire, Decisions decisions, Horloge horloge) {
        this.annuaire = annuaire;
        this.decisions = decisions;
        this.horloge = horloge;
    }

    /** Every organisation of the kinds that accompany persons of that age, the best first, with the places of now. */
    public List<OrganismeReferent> classer(PropositionOrientation proposition, PersonneVue personne) {
        return offre().classer(
                        proposition, personne.ageLe(horloge.aujourdhui()), personne.quartier(), personne.langue());
    }

    /** The organisations that accompany persons, their places and their delays as they are now: for many persons at once. */
    public OffreReferents offre() {
        Map<String, NatureReferente> natures = new HashMap<>();
        List<Accompagnateur> tous = annuaire.accompagnateurs();
        tous.stream()
                .map(a -> a.organisme().nature())
                .distinct()
                .forEach(nature -> referente(nature).ifPresent(r -> natures.put(nature, r)));
        return new OffreReferents(
                annuaire,
                tous.stream()
                        .filter(a -> natures.containsKey(a.organisme().nature()))
                        .toList(),
                natures);
    }

    /**
     * Kind of an organisation that somebody chose for a person, for example {@code MISSION_LOCALE}.
     *
     * @param debut day on which the orientation begins, which the person's age is counted on; null for today. Who grows too old later
     *     keeps what she has: nothing here ends anything
     * @throws SaisieInvalide on {@code organisme} when the directory does not know it, when it accompanies nobody as a référent, or
     *     nobody of that age
     */
    public String natureDe(String code, PersonneVue personne, LocalDate debut) {
        String nature = annuaire.organismeSiExiste(code)
                .map(OrganismeVue::nature)
                .orElseThrow(() -> new SaisieInvalide("organisme", "Cet organisme n'est pas dans l'annuaire."));
        NatureReferente referente = referente(nature)
                .filter(r -> annuaire.accompagnateurs().stream()
                        .anyMatch(a -> a.code().equals(code)))
                .orElseThrow(() -> new SaisieInvalide(
                        "organisme", "Cet organisme n'accompagne personne comme référent : choisissez-en un autre."));
        LocalDate aujourdhui = horloge.aujourdhui();
        // A day to come is refused on its own field
        exigerAge(referente, personne, debut == null || debut.isAfter(aujourdhui) ? aujourdhui : debut);
        return nature;
    }

    private void exigerAge(NatureReferente referente, PersonneVue personne, LocalDate jour) {
        Naissance.Age age = personne.ageLe(jour);
        if (!referente.accompagne(age)) {
            String constat = jour.equals(horloge.aujourdhui())
                    ? "cette personne a " + age.mots()
                    : "cette personne avait " + age.mots() + " le " + Horloge.enMots(jour);
            throw new SaisieInvalide(
                    "organisme",
                    "Cet organisme accompagne les personnes " + referente.ages() + ", et " + constat
                            + " : choisissez-en un autre.");
        }
    }

    /** What the law says of a kind of organisations, by the table {@code nature-referente}; empty when it cannot be a référent. */
    private Optional<NatureReferente> referente(String nature) {
        return decisions.evaluer(NATURES, Map.of("nature", nature)).unique().map(NatureReferente::de);
    }

    /** Kind of an organisation of the directory, whatever it does. */
    public String nature(String code) {
        return annuaire.organisme(code).nature();
    }

    /** "la Mission locale", "le CCAS de Rennes", "France Travail": the name inside a sentence. */
    public String nomAvecArticle(String code) {
        String article = referente(nature(code)).map(NatureReferente::article).orElse(null);
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
