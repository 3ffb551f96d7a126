package fr.jalon.web.commun;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.decision.Decisions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Small numbers hidden from those who read figures without being allowed the files behind them: a case of one or two persons would
 * say who they are. The threshold is in the table {@code parametres-statistiques}.
 */
@Component
public class SecretStatistique {

    private static final String TABLE = "parametres-statistiques";

    /** What stands for a hidden number. */
    public static final String MASQUE = "caché";

    private final Decisions decisions;

    SecretStatistique(Decisions decisions) {
        this.decisions = decisions;
    }

    /** Whether an agent reads figures alone: it opens neither a visit nor a dossier. */
    public boolean concerne(Agent lecteur) {
        return lecteur.a(Role.MANAGER)
                && !lecteur.aUnDe(
                        Role.ACCUEIL,
                        Role.INSTRUCTEUR,
                        Role.ALI,
                        Role.RESPONSABLE_ANTENNE,
                        Role.RESPONSABLE_DISPOSITIFS);
    }

    /** Smallest number of persons that is shown. */
    public int minimum() {
        return ((Number) decisions
                        .evaluer(TABLE, Map.of("parametre", "SECRET_MINIMUM"))
                        .unique()
                        .orElseThrow()
                        .sorties()
                        .get("valeur"))
                .intValue();
    }

    /** "moins de 5" */
    public String mots() {
        return "moins de " + minimum();
    }

    /** What a hidden number may be: small, or only what would give a small one. */
    public String legende() {
        return "« " + MASQUE + " » : " + mots() + " personnes, ou un nombre qui les ferait retrouver.";
    }

    /**
     * The same numbers, null where they are hidden. A row or a column with a single hidden number would give it back by a
     * subtraction from its total: the smallest of the others is then hidden too.
     *
     * @param rangees rows of the same length, totals included as any other number
     */
    public List<List<Long>> masquer(List<List<Long>> rangees) {
        int minimum = minimum();
        List<List<Long>> vues = new ArrayList<>();
        rangees.forEach(r -> {
            List<Long> vue = new ArrayList<>();
            r.forEach(n -> vue.add(n != null && n > 0 && n < minimum ? null : n));
            vues.add(vue);
        });
        boolean change = true;
        while (change) {
            change = false;
            for (int i = 0; i < vues.size(); i++) {
                int rangee = i;
                change |= proteger(
                        IntStream.range(0, vues.get(i).size())
                                .mapToObj(j -> new int[] {rangee, j})
                                .toList(),
                        vues);
            }
            int colonnes = vues.isEmpty() ? 0 : vues.get(0).size();
            for (int j = 0; j < colonnes; j++) {
                int colonne = j;
                change |= proteger(
                        IntStream.range(0, vues.size())
                                .mapToObj(i -> new int[] {i, colonne})
                                .toList(),
                        vues);
            }
        }
        return vues;
    }

    /** Hides one more number of a line whose only hidden one could be worked out; says whether it did. */
    private static boolean proteger(List<int[]> ligne, List<List<Long>> vues) {
        long masques =
                ligne.stream().filter(c -> vues.get(c[0]).get(c[1]) == null).count();
        if (masques != 1) {
            return false;
        }
        int[] plusPetit = ligne.stream()
                .filter(c -> vues.get(c[0]).get(c[1]) != null && vues.get(c[0]).get(c[1]) > 0)
                .min((a, b) ->
                        Long.compare(vues.get(a[0]).get(a[1]), vues.get(b[0]).get(b[1])))
                .orElse(null);
        if (plusPetit == null) {
            return false;
        }
        vues.get(plusPetit[0]).set(plusPetit[1], null);
        return true;
    }
}
