package fr.jalon.orientation;

import fr.jalon.decision.Decisions;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The figures of the orientation, table {@code parametres-orientation}. */
@Component
class ParametresOrientation {

    private static final String TABLE = "parametres-orientation";

    private final Decisions decisions;

    ParametresOrientation(Decisions decisions) {
        this.decisions = decisions;
    }

    /** @throws IllegalStateException when the table has no row for it */
    int entier(String nom) {
        return decisions
                .evaluer(TABLE, Map.of("parametre", nom))
                .unique()
                .map(r -> ((Number) r.sorties().get("valeur")).intValue())
                .orElseThrow(() -> new IllegalStateException(TABLE + " n'a pas de ligne pour " + nom));
    }
}
