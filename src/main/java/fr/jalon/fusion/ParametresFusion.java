package fr.jalon.fusion;

import fr.jalon.commun.Horloge;
import fr.jalon.decision.Decisions;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** For how long a merge can be undone, table {@code parametres-fusion}. */
@Component
class ParametresFusion {

    private static final String TABLE = "parametres-fusion";

    private final Decisions decisions;
    private final Horloge horloge;

    ParametresFusion(Decisions decisions, Horloge horloge) {
        this.decisions = decisions;
        this.horloge = horloge;
    }

    /** Last day on which a merge of today can be undone. */
    LocalDate dernierJour() {
        LocalDate jour = horloge.aujourdhui();
        int jours = decisions
                .evaluer(TABLE, Map.of("jour", jour))
                .unique()
                .map(r -> ((Number) r.sorties().get("joursPourDefaire")).intValue())
                .orElseThrow(() -> new IllegalStateException("la table " + TABLE + " n'a pas de ligne pour " + jour));
        return jour.plusDays(jours);
    }
}
