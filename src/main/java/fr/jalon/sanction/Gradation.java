package fr.jalon.sanction;

import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.decision.CatalogueDecisions;
import fr.jalon.decision.Confirmations;
import fr.jalon.decision.Decisions;
import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** What the law allows: the breaches that count, the graded sanctions and their bounds, the delays. All of it is in decision tables. */
@Service
public class Gradation {

    private static final String SANCTIONS = "manquement-sanction";
    private static final String SUITES = "suites-sanction";
    static final String REPETITION = "REPETITION_MOIS";

    private final Decisions decisions;
    private final CatalogueDecisions catalogue;
    private final Confirmations confirmations;
    private final Horloge horloge;

    Gradation(Decisions decisions, CatalogueDecisions catalogue, Confirmations confirmations, Horloge horloge) {
        this.horloge = horloge;
        this.decisions = decisions;
        this.catalogue = catalogue;
        this.confirmations = confirmations;
    }

    /**
     * A breach that counts, in words.
     *
     * @param raison as the person reads it
     * @param enRegle what the person may do to comply, as she reads it
     */
    public record Motif(String raison, String enRegle, String article) {}

    /**
     * Why a breach counts.
     *
     * @throws SaisieInvalide on {@code nature} with the reason when it does not
     */
    public Motif motif(String nature) {
        RegleDeclenchee regle = decisions
                .evaluer("manquement-recevable", Map.of("natureManquement", nature))
                .unique()
                .orElseThrow(() -> new SaisieInvalide("nature", "Choisissez ce qui s'est passé."));
        if (!Boolean.TRUE.equals(regle.sorties().get("recevable"))) {
            throw new SaisieInvalide("nature", regle.texte("raison"));
        }
        return new Motif(regle.texte("raison"), regle.texte("enRegle"), regle.texte("article"));
    }

    /** The breaches that the table of sanctions knows, in its order. */
    public List<String> natures() {
        return catalogue.valeurs(SANCTIONS, "natureManquement");
    }

    /** The sanctions that the law allows for a breach; none when the table has no row for that day. */
    public List<Bornes> permises(String nature, Rang rang, String foyer, LocalDate jour) {
        return decisions
                .evaluer(
                        SANCTIONS,
                        Map.of("natureManquement", nature, "rang", rang.name(), "foyer", foyer, "jour", jour))
                .regles()
                .stream()
                .map(Gradation::bornes)
                .toList();
    }

    /** Whether a sanction may rest on these bounds: their source is sure, or somebody named confirmed them. */
    public boolean sure(Bornes bornes) {
        return confirmations.sure(SANCTIONS, bornes.regle());
    }

    /**
     * Refuses bounds whose source is not sure.
     *
     * @throws SaisieInvalide on {@code nature}
     */
    void exigerSure(Bornes bornes) {
        if (!sure(bornes)) {
            throw new SaisieInvalide(
                    "nature",
                    "Les bornes de cette sanction sont à confirmer (" + bornes.article()
                            + ") : rien ne peut reposer sur elles tant que personne ne les a confirmées, dans « Règles à confirmer ».");
        }
    }

    /** What follows a sanction; nothing when the table is not sure of it. */
    public SuiteSanction suite(String nature, Sanction sanction, int taux, int mois) {
        return decisions
                .evaluer(
                        SUITES,
                        Map.of("natureManquement", nature, "sanction", sanction.name(), "taux", taux, "mois", mois))
                .unique()
                .filter(r -> confirmations.sure(SUITES, r))
                .map(r -> new SuiteSanction(
                        Boolean.TRUE.equals(r.sorties().get("radiation")),
                        Boolean.TRUE.equals(r.sorties().get("finDroit")),
                        r.texte("article")))
                .orElse(SuiteSanction.AUCUNE);
    }

    /**
     * Checks a sanction against its bounds.
     *
     * @return the row that allows it
     * @throws SaisieInvalide on {@code sanction}, {@code taux} or {@code mois}, with the bounds
     */
    public Bornes verifier(
            String nature, Rang rang, String foyer, LocalDate jour, Sanction sanction, int taux, int mois) {
        List<Bornes> permises = permises(nature, rang, foyer, jour);
        if (permises.isEmpty()) {
            throw new SaisieInvalide(
                    "dateFaits", "Les règles de Jalon ne couvrent pas un manquement de cette date : demandez conseil.");
        }
        Bornes b = permises.stream()
                .filter(p -> p.sanction() == sanction)
                .findFirst()
                .orElseThrow(() -> new SaisieInvalide(
                        "sanction",
                        "Pour ce manquement (" + rang.libelle().toLowerCase(java.util.Locale.FRENCH) + "), seule une "
                                + permises.get(0).sanction().libelle().toLowerCase(java.util.Locale.FRENCH)
                                + " est possible (" + permises.get(0).article() + ")."));
        List<ErreurChamp> erreurs = new ArrayList<>();
        if (taux < b.tauxMin() || taux > b.tauxMax()) {
            erreurs.add(new ErreurChamp(
                    "taux", "Écrivez une part de " + b.tauxMin() + " à " + b.tauxMax() + " % (" + b.article() + ")."));
        }
        if (mois < b.moisMin() || mois > b.moisMax()) {
            erreurs.add(new ErreurChamp(
                    "mois",
                    "Écrivez une durée de " + b.moisMin() + " à " + b.moisMax() + " mois (" + b.article() + ")."));
        }
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
        return b;
    }

    /** Whether the équipe must give its opinion first (CASF, art. L262-37). */
    public boolean avisRequis(Sanction sanction) {
        return decisions
                .evaluer("avis-equipe-sanction", Map.of("sanction", sanction.name(), "avisDemande", false))
                .unique()
                .map(r -> Boolean.TRUE.equals(r.sorties().get("avisRequis")))
                .orElseThrow(() -> new IllegalStateException("avis-equipe-sanction n'a pas de ligne pour " + sanction));
    }

    /** Whether somebody named confirmed the period within which a breach is a repetition, or its source is sure. */
    public boolean repetitionSure() {
        return decisions
                .evaluer("parametres-sanction", Map.of("parametre", REPETITION, "jour", horloge.aujourdhui()))
                .unique()
                .filter(r -> confirmations.sure("parametres-sanction", r))
                .isPresent();
    }

    /** @throws IllegalStateException when the table has no row for it */
    int parametre(String nom, LocalDate jour) {
        return decisions
                .evaluer("parametres-sanction", Map.of("parametre", nom, "jour", jour))
                .unique()
                .map(r -> ((Number) r.sorties().get("valeur")).intValue())
                .orElseThrow(() -> new IllegalStateException("parametres-sanction n'a pas de ligne pour " + nom));
    }

    private static Bornes bornes(RegleDeclenchee r) {
        return new Bornes(
                r.id(),
                Sanction.valueOf(r.texte("sanction")),
                nombre(r, "tauxMin"),
                nombre(r, "tauxMax"),
                nombre(r, "moisMin"),
                nombre(r, "moisMax"),
                Boolean.TRUE.equals(r.sorties().get("levee")),
                r.texte("raison"),
                r.texte("quiChangerait"),
                r.texte("article"),
                r.texte("certitude"));
    }

    private static int nombre(RegleDeclenchee regle, String colonne) {
        return ((Number) regle.sorties().get(colonne)).intValue();
    }
}
