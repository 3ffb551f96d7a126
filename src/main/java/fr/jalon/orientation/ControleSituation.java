package fr.jalon.orientation;

import fr.jalon.commun.ErreurChamp;
import fr.jalon.decision.Decisions;
import fr.jalon.usager.Naissance;
import java.util.ArrayList;
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
     * @param age an age that is not known to the year contradicts nothing, unless both ages do
     */
    public List<ErreurChamp> fautes(Map<String, Object> situation, Naissance.Age age) {
        FaitsOrientation faits = FaitsOrientation.de(situation, age);
        List<ErreurChamp> fautes = new ArrayList<>(fautes(faits));
        faits.plusAge().ifPresent(autres -> fautes.retainAll(fautes(autres)));
        return List.copyOf(fautes);
    }

    private List<ErreurChamp> fautes(FaitsOrientation faits) {
        return decisions.evaluer(TABLE, faits.entrees()).regles().stream()
                .map(r -> new ErreurChamp(r.texte("champ"), r.texte("message")))
                .toList();
    }
}
