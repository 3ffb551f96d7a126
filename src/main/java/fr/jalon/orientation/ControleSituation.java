package fr.jalon.orientation;

import fr.jalon.commun.ErreurChamp;
import fr.jalon.decision.Decisions;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Answers that contradict each other, by the table {@code contradictions-situation}. */
@Service
public class ControleSituation {

    private static final String TABLE = "contradictions-situation";

    private final Decisions decisions;

    ControleSituation(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * What to look at again, each on its question.
     *
     * @param situation answers of the form {@code recueillir-situation}, by field name
     */
    public List<ErreurChamp> fautes(Map<String, Object> situation, int age) {
        return decisions.evaluer(TABLE, FaitsOrientation.de(situation, age).entrees()).regles().stream()
                .map(r -> new ErreurChamp(r.texte("champ"), r.texte("message")))
                .toList();
    }
}
