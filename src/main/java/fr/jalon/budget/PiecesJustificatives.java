package fr.jalon.budget;

import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.LignesCsv;
import fr.jalon.commun.SaisieInvalide;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The supporting pieces of an order, from {@code budget/pieces-justificatives.csv}. */
@Component
public class PiecesJustificatives {

    private static final int REFERENCE_MAX = 100;

    private final List<Attendue> attendues = LignesCsv.de("budget/pieces-justificatives.csv").stream()
            .map(l -> new Attendue(
                    AQui.Nature.valueOf(l.get("a_qui")),
                    l.get("code"),
                    l.get("libelle"),
                    "oui".equals(l.get("obligatoire"))))
            .toList();

    PiecesJustificatives() {}

    /** A piece that goes with an order. */
    public record Attendue(AQui.Nature aQui, String code, String libelle, boolean obligatoire) {}

    /** Those of an order, in their order. */
    public List<Attendue> pour(AQui.Nature aQui) {
        return attendues.stream().filter(a -> a.aQui() == aQui).toList();
    }

    /**
     * The list as it is kept.
     *
     * @param citees reference by code
     * @throws SaisieInvalide on {@code piece-} and the code that misses or whose reference is too long
     */
    String exiger(AQui.Nature aQui, Map<String, String> citees) {
        var erreurs = pour(aQui).stream()
                .filter(a -> (a.obligatoire() && reference(citees, a).isEmpty())
                        || reference(citees, a).length() > REFERENCE_MAX)
                .map(a -> new ErreurChamp(
                        "piece-" + a.code(),
                        "Donnez la référence de cette pièce, " + REFERENCE_MAX + " signes au plus."))
                .toList();
        if (!erreurs.isEmpty()) {
            throw new SaisieInvalide(erreurs);
        }
        return pour(aQui).stream()
                .filter(a -> !reference(citees, a).isEmpty())
                .map(a -> a.code() + " = " + reference(citees, a))
                .collect(Collectors.joining("\n"));
    }

    private static String reference(Map<String, String> citees, Attendue a) {
        String reference = citees.get(a.code());
        return reference == null ? "" : reference.replaceAll("\\p{Cntrl}", " ").strip();
    }
}
