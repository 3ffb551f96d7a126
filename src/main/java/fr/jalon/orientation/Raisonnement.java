package fr.jalon.orientation;

import fr.jalon.decision.Decisions;
import fr.jalon.decision.EvaluationDecision;
import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import fr.jalon.orientation.PropositionOrientation.Indication;
import fr.jalon.orientation.PropositionOrientation.OrganismePropose;
import fr.jalon.orientation.PropositionOrientation.Prealable;
import fr.jalon.orientation.PropositionOrientation.Recommandation;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Evaluates the tables of the orientation on the facts of a person, and keeps every reason that they give. */
@Component
class Raisonnement {

    private static final String PARCOURS = "parcours-orientation";
    private static final String PREALABLES = "prealables-orientation";
    private static final String INDICATIONS = "indications-orientation";
    private static final String ORGANISMES = "organisme-referent";
    private static final String RECOMMANDATIONS = "recommandations";

    private final Decisions decisions;

    Raisonnement(Decisions decisions) {
        this.decisions = decisions;
    }

    /** The path and the organisations alone, for many persons at once: no recommendation is worked out. */
    PropositionOrientation esquisser(FaitsOrientation faits) {
        return proposer(faits, suite -> List.of());
    }

    /** @param faits by input name; an absent or null fact is unknown */
    PropositionOrientation proposer(FaitsOrientation faits) {
        return proposer(faits, suite -> recommandations(decisions.evaluer(RECOMMANDATIONS, suite)));
    }

    /** An age that is not known to the year is asked for when it would change the path or the organisations. */
    private PropositionOrientation proposer(
            FaitsOrientation faits, Function<Map<String, Object>, List<Recommandation>> recommander) {
        PropositionOrientation jeune = conclure(faits, recommander);
        return faits.plusAge()
                .map(autres -> conclure(autres, suite -> List.of()))
                .filter(age ->
                        age.parcours() != jeune.parcours() || !age.organismes().equals(jeune.organismes()))
                .map(age -> conclure(faits.ageADemander(), recommander))
                .orElse(jeune);
    }

    private PropositionOrientation conclure(
            FaitsOrientation faits, Function<Map<String, Object>, List<Recommandation>> recommander) {
        EvaluationDecision evaluation = decisions.evaluer(PARCOURS, faits.entrees());
        List<Indication> indications = evaluation.requise(INDICATIONS).stream()
                .map(Raisonnement::indication)
                .sorted(Comparator.comparingInt(Indication::poids).reversed())
                .toList();
        List<Prealable> prealables = evaluation.requise(PREALABLES).stream()
                .map(r -> new Prealable(r.id(), r.texte("phrase"), r.annotation()))
                .toList();
        RegleDeclenchee conclusion = evaluation
                .unique()
                .orElseThrow(() -> new IllegalStateException(PARCOURS + " ne conclut pas : " + evaluation.valeurs()));
        Parcours parcours = Parcours.valueOf(conclusion.texte("parcours"));
        Map<String, Object> suite = new HashMap<>(faits.entrees());
        suite.put("parcours", parcours.name());
        return new PropositionOrientation(
                parcours,
                conclusion.texte("raison"),
                poids(evaluation),
                prealables,
                indications,
                organismes(decisions.evaluer(ORGANISMES, suite)),
                recommander.apply(suite),
                faits.manquants());
    }

    /** Worked out by the diagram itself: no sum is made here. */
    private static Map<Parcours, Integer> poids(EvaluationDecision evaluation) {
        Map<Parcours, Integer> poids = new EnumMap<>(Parcours.class);
        poids.put(Parcours.EMPLOI, nombre(evaluation, "poidsEmploi"));
        poids.put(Parcours.SOCIO_PROFESSIONNEL, nombre(evaluation, "poidsSocioProfessionnel"));
        poids.put(Parcours.SOCIAL, nombre(evaluation, "poidsSocial"));
        return poids;
    }

    private static int nombre(EvaluationDecision evaluation, String variable) {
        return ((Number) evaluation.valeurs().get(variable)).intValue();
    }

    private static Indication indication(RegleDeclenchee r) {
        return new Indication(
                r.id(),
                Parcours.valueOf(r.texte("parcours")),
                ((Number) r.sorties().get("poids")).intValue(),
                r.texte("raison"),
                r.annotation());
    }

    private static List<OrganismePropose> organismes(EvaluationDecision evaluation) {
        return evaluation.regles().stream()
                .map(r -> new OrganismePropose(
                        r.id(),
                        r.texte("typeOrganisme"),
                        ((Number) r.sorties().get("rang")).intValue(),
                        r.texte("raison"),
                        r.annotation()))
                .sorted(Comparator.comparingInt(OrganismePropose::rang))
                .toList();
    }

    private static List<Recommandation> recommandations(EvaluationDecision evaluation) {
        return evaluation.regles().stream()
                .map(r -> new Recommandation(
                        r.id(),
                        ((Number) r.sorties().get("levier")).intValue(),
                        r.texte("recommandation"),
                        r.annotation()))
                .sorted(Comparator.comparingInt(Recommandation::levier))
                .toList();
    }
}
