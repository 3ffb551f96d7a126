package fr.jalon.orientation;

import java.util.List;
import java.util.Map;

/**
 * What the tables propose, with all that they found.
 *
 * @param parcours the proposed path
 * @param conclusion why this path and not another, in one sentence
 * @param poids total weight of the indications of each path
 * @param prealables what passes before any search of a job, whatever the weights
 * @param indications every fact that speaks for a path
 * @param organismes kinds of organisations that fit, the best first
 * @param recommandations what may be started at once, by lever of the pact
 * @param manquants what is not known and could change the proposal
 */
public record PropositionOrientation(
        Parcours parcours,
        String conclusion,
        Map<Parcours, Integer> poids,
        List<Prealable> prealables,
        List<Indication> indications,
        List<OrganismePropose> organismes,
        List<Recommandation> recommandations,
        List<String> manquants) {

    private static final int MANQUES_DITS = 6;

    public PropositionOrientation {
        // A proposal kept by a former version had none
        prealables = prealables == null ? List.of() : List.copyOf(prealables);
    }

    /** "À demander : la santé, le logement et 4 autres réponses.", in the order of the form; null when nothing is missing. */
    public String aDemander() {
        if (manquants.isEmpty()) {
            return null;
        }
        int autres = manquants.size() - MANQUES_DITS;
        // One more name is as short as "and one other answer"
        return autres <= 1
                ? "À demander\u00a0: " + String.join(", ", manquants) + "."
                : "À demander\u00a0: " + String.join(", ", manquants.subList(0, MANQUES_DITS)) + " et " + autres
                        + " autres réponses.";
    }

    /**
     * What speaks for a decided path, as its letter prints it; when nothing does, why the rules propose it all the same: a decision is
     * never without a reason.
     */
    public List<String> raisons(Parcours decide) {
        List<String> raisons = indications.stream()
                .filter(i -> i.parcours() == decide)
                .map(Indication::raison)
                .toList();
        return raisons.isEmpty() && parcours == decide ? List.of(conclusion) : raisons;
    }

    /**
     * A fact that speaks for a path.
     *
     * @param regle rule id in {@code indications-orientation}
     * @param poids 1 (weak) to 3 (decisive)
     * @param source article or document of the rule
     */
    public record Indication(String regle, Parcours parcours, int poids, String raison, String source) {}

    /**
     * What passes before the search of a job (référentiel national).
     *
     * @param regle rule id in {@code prealables-orientation}
     */
    public record Prealable(String regle, String raison, String source) {}

    /**
     * A kind of organisation that fits.
     *
     * @param type code of the kind, for example {@code MISSION_LOCALE}
     * @param rang 1 is the best
     */
    public record OrganismePropose(String regle, String type, int rang, String raison, String source) {}

    /** @param levier lever of the pact, 1 to 6 */
    public record Recommandation(String regle, int levier, String texte, String source) {}
}
