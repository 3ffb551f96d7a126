package fr.jalon.pilotage;

import fr.jalon.decision.Decisions;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The smallest number that is shown, table {@code parametres-statistiques}. */
@Component
class ReglesDuSecret {

    private final Decisions decisions;

    ReglesDuSecret(Decisions decisions) {
        this.decisions = decisions;
    }

    /** 0 when nothing is hidden from this reader. */
    long minimum(Lecteur lecteur) {
        return lecteur.masque() ? plancher() : 0;
    }

    /** Fewer dossiers than this make no measure, whoever reads it. */
    long plancher() {
        return ((Number) decisions
                        .evaluer("parametres-statistiques", Map.of("parametre", "SECRET_MINIMUM"))
                        .unique()
                        .orElseThrow()
                        .sorties()
                        .get("valeur"))
                .longValue();
    }
}
