package fr.jalon.orientation;

import fr.jalon.decision.Decisions;
import fr.jalon.decision.EvaluationDecision;
import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import fr.jalon.orientation.PropositionOrientation.Indication;
import fr.jalon.orientation.PropositionOrientation.OrganismePropose;
import fr.jalon.orientation.PropositionOrientation.Recommandation;
import java.util.Arrays;
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
    private static final String ARBITRAGE = "arbitrage-parcours";
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

    private PropositionOrientation proposer(
            FaitsOrientation faits, Function<Map<String, Object>, List<Recommandation>> recommander) {
        List<Indication> indications = decisions.evaluer(PARCOURS, faits.entrees()).regles().stream()
                .map(Raisonnement::indication)
                .sorted(Comparator.comparingInt(Indication::poids).reversed())
                .toList();
        Map<Parcours, Integer> poids = poids(indications);
        RegleDeclenchee arbitrage = arbitrer(poids);
        Parcours parcours = Parcours.valueOf(arbitrage.texte("parcours"));
        Map<String, Object> suite = new HashMap<>(faits.entrees());
        suite.put("parcours", parcours.name());
        return new PropositionOrientation(
                parcours,
                arbitrage.texte("raison"),
                poids,
                indications,
                organismes(decisions.evaluer(ORGANISMES, suite)),
                recommander.apply(suite),
                faits.manquants());
    }

    private static Map<Parcours, Integer> poids(List<Indication> indications) {
        Map<Parcours, Integer> poids = new EnumMap<>(Parcours.class);
        Arrays.stream(Parcours.values()).forEach(p -> poids.put(p, 0));
        indications.forEach(i -> poids.merge(i.parcours(), i.poids(), Integer::sum));
        return poids;
    }

    private RegleDeclenchee arbitrer(Map<Parcours, Integer> poids) {
        int emploi = poids.get(Parcours.EMPLOI);
        int mixte = poids.get(Parcours.SOCIO_PROFESSIONNEL);
        int social = poids.get(Parcours.SOCIAL);
        return decisions
                .evaluer(
                        ARBITRAGE,
                        Map.of(
                                "sommePoids", emploi + mixte + social,
                                "avanceSocial", social - Math.max(mixte, emploi),
                                "avanceSocioProfessionnel", mixte - emploi))
                .unique()
                .orElseThrow(() -> new IllegalStateException("arbitrage-parcours n'a pas de ligne pour " + poids));
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
