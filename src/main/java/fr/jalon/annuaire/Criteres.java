package fr.jalon.annuaire;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.From;
import jakarta.persistence.criteria.Join;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.data.jpa.domain.Specification;

/** A filter as a query: every word starts a word of the search form. */
final class Criteres {

    private static final String FRANCAIS = "fr";

    private final FiltreOffres filtre;
    private final LocalDate jour;
    private final LocalDate seuil;
    private final Set<String> personnes;
    private final MotsCherches cherches;
    private final boolean parUnMot;

    /**
     * @param jour offers over before it are not found
     * @param seuil what was confirmed before it is to be confirmed
     * @param personnes publics that are persons
     */
    Criteres(FiltreOffres filtre, LocalDate jour, LocalDate seuil, Set<String> personnes) {
        this(filtre, jour, seuil, personnes, false);
    }

    /** @param parUnMot one of the words is enough; those that have the most come first */
    Criteres(FiltreOffres filtre, LocalDate jour, LocalDate seuil, Set<String> personnes, boolean parUnMot) {
        this.parUnMot = parUnMot;
        this.filtre = filtre;
        this.jour = jour;
        this.seuil = seuil;
        this.personnes = personnes;
        this.cherches = MotsCherches.de(filtre.q());
    }

    Specification<Offre> offres() {
        return (offre, requete, cb) -> {
            List<Predicate> tous = new ArrayList<>(surLOffre(offre, cb));
            List<Predicate> mots = cherches.dans(offre.get("recherche"), cb);
            tous.addAll(parUnMot ? List.of(cb.or(mots.toArray(Predicate[]::new))) : mots);
            ajouter(filtre.aConfirmer(), v -> confirmation(offre.get("confirmeeLe"), v, cb), tous);
            if (Boolean.TRUE.equals(filtre.pourPersonnes())) {
                tous.add(pourDesPersonnes(offre, requete.subquery(Integer.class), cb));
            }
            if (filtre.organisme() != null || filtre.nature() != null) {
                tous.add(porteePar(offre, requete.subquery(Integer.class), cb));
            }
            // Only the page is sorted: a count has no order.
            if (requete.getResultType() == Offre.class) {
                requete.orderBy(ordre(offre, cb));
            }
            return cb.and(tous.toArray(Predicate[]::new));
        };
    }

    Specification<Organisme> organismes() {
        return (organisme, requete, cb) -> {
            List<Predicate> tous = new ArrayList<>();
            tous.addAll(cherches.dans(organisme.get("recherche"), cb));
            ajouter(filtre.organisme(), v -> cb.equal(organisme.get("code"), v), tous);
            ajouter(filtre.nature(), v -> cb.equal(organisme.get("nature"), v), tous);
            ajouter(filtre.quartier(), v -> partout(v, organisme.get("quartiers"), cb), tous);
            ajouter(langue(), v -> cb.isMember(v, organisme.<Set<String>>get("langues")), tous);
            ajouter(filtre.aConfirmer(), v -> confirmation(organisme.get("confirmeLe"), v, cb), tous);
            if (filtre.parLesOffres()) {
                Subquery<Integer> offres = requete.subquery(Integer.class);
                Root<Offre> offre = offres.from(Offre.class);
                Join<Offre, Organisme> porteur = offre.join("organismes");
                List<Predicate> siens = new ArrayList<>(surLOffre(offre, cb));
                siens.add(cb.equal(porteur.get("id"), organisme.get("id")));
                tous.add(cb.exists(offres.select(cb.literal(1)).where(siens.toArray(Predicate[]::new))));
            }
            if (requete.getResultType() == Organisme.class) {
                requete.orderBy(cb.asc(organisme.get("nom")), cb.asc(organisme.get("code")));
            }
            return cb.and(tous.toArray(Predicate[]::new));
        };
    }

    private List<Predicate> surLOffre(From<?, Offre> offre, CriteriaBuilder cb) {
        List<Predicate> tous = new ArrayList<>();
        tous.add(cb.or(cb.isNull(offre.get("fin")), cb.greaterThanOrEqualTo(offre.get("fin"), jour)));
        tous.add(cb.isNull(offre.get("fermeeLe")));
        ajouter(filtre.levier(), v -> cb.equal(offre.get("levier"), v), tous);
        ajouter(filtre.quartier(), v -> partout(v, offre.get("quartiers"), cb), tous);
        ajouter(langue(), v -> cb.isMember(v, offre.<Set<String>>get("langues")), tous);
        ajouter(filtre.publicVise(), v -> cb.isMember(v, offre.<Set<String>>get("publics")), tous);
        ajouter(filtre.placesLibres(), v -> places(offre, v, cb), tous);
        return tous;
    }

    /** Every offer and organisation works in French: that language filters nothing. */
    private String langue() {
        return FRANCAIS.equals(filtre.langue()) ? null : filtre.langue();
    }

    private Predicate porteePar(Root<Offre> offre, Subquery<Integer> porteurs, CriteriaBuilder cb) {
        Join<Offre, Organisme> porteur = porteurs.correlate(offre).join("organismes");
        List<Predicate> tous = new ArrayList<>();
        ajouter(filtre.organisme(), v -> cb.equal(porteur.get("code"), v), tous);
        ajouter(filtre.nature(), v -> cb.equal(porteur.get("nature"), v), tous);
        return cb.exists(porteurs.select(cb.literal(1)).where(tous.toArray(Predicate[]::new)));
    }

    /** Somebody of its publics is a person; without any public it is for everybody. */
    private Predicate pourDesPersonnes(Root<Offre> offre, Subquery<Integer> publics, CriteriaBuilder cb) {
        Join<Offre, String> code = publics.correlate(offre).join("publics");
        return cb.or(
                cb.isEmpty(offre.<Set<String>>get("publics")),
                cb.exists(publics.select(cb.literal(1)).where(code.in(personnes))));
    }

    /** First the offers whose title has all the words, then those whose title has neighbours of them, then those read again last, then the order of the pact. */
    private List<Order> ordre(Root<Offre> offre, CriteriaBuilder cb) {
        Expression<String> titre = offre.get("titreRecherche");
        List<Predicate> dansLeTitre = cherches.aLaLettre(titre, cb);
        List<Predicate> presqueDansLeTitre = cherches.dans(titre, cb);
        List<Order> ordre = new ArrayList<>(
                List.of(cb.desc(offre.get("confirmeeLe")), cb.asc(offre.get("levier")), cb.asc(offre.get("code"))));
        if (!dansLeTitre.isEmpty()) {
            ordre.add(
                    0,
                    cb.asc(cb.<Integer>selectCase()
                            .when(cb.and(dansLeTitre.toArray(Predicate[]::new)), 0)
                            .when(cb.and(presqueDansLeTitre.toArray(Predicate[]::new)), 1)
                            .otherwise(2)));
        }
        if (parUnMot) {
            ordre.addAll(0, parCombienDeMots(offre.get("recherche"), cb));
        }
        return ordre;
    }

    /** Those that have the most words first, then those that have the first words: a sentence names the thing before its use. */
    private List<Order> parCombienDeMots(Expression<String> recherche, CriteriaBuilder cb) {
        List<Expression<Integer>> presents = new ArrayList<>();
        for (Predicate mot : cherches.dans(recherche, cb)) {
            presents.add(cb.<Integer>selectCase().when(mot, 1).otherwise(0));
        }
        List<Order> ordre = new ArrayList<>();
        presents.stream().reduce((un, autre) -> cb.sum(un, autre)).ifPresent(combien -> ordre.add(cb.desc(combien)));
        presents.forEach(present -> ordre.add(cb.desc(present)));
        return ordre;
    }

    private static Predicate places(From<?, Offre> offre, boolean libres, CriteriaBuilder cb) {
        Expression<Integer> total = offre.get("placesTotal");
        Expression<Integer> prises = offre.get("placesPrises");
        return cb.and(
                cb.isNotNull(total), libres ? cb.lessThan(prises, total) : cb.greaterThanOrEqualTo(prises, total));
    }

    private static Predicate partout(String quartier, Expression<Set<String>> quartiers, CriteriaBuilder cb) {
        return cb.or(cb.isEmpty(quartiers), cb.isMember(quartier, quartiers));
    }

    private Predicate confirmation(Expression<LocalDate> jourConfirme, boolean aConfirmer, CriteriaBuilder cb) {
        return aConfirmer ? cb.lessThan(jourConfirme, seuil) : cb.greaterThanOrEqualTo(jourConfirme, seuil);
    }

    private interface Condition<T> {
        Predicate de(T valeur);
    }

    private static <T> void ajouter(T valeur, Condition<T> condition, List<Predicate> tous) {
        if (valeur != null) {
            tous.add(condition.de(valeur));
        }
    }
}
